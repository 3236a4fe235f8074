import { describeStore } from '../store-contract.js';
import { openEmbedded } from './open-embedded.js';

describeStore('The embedded store', openEmbedded({}));
describeStore('The embedded store that archives after each commit', openEmbedded({ archiveAlways: true }));
describeStore('The embedded store with a journal for each entry', openEmbedded({ journalLimit: 1 }));
