import { Intent } from '../understanding.js';
import { eitherOf } from './kinds.js';
import type { Kinds } from './kinds.js';

/** How much the cue phrases add to what was learned, as log-likelihood; fitted on writers left out in turn. */
const SAY = 3;
const SAY_OF_NOTHING = 1;

/**
 * What a message is for: cue phrases and what was learned from citizens' messages, weighed together. `given`: the
 * procedure was known by its code or from the talk, which messages by themselves do not teach.
 */
export const likeliestIntent = (kinds: Kinds, cued: Intent, given: boolean): Intent => {
  const likelihood = (intent: Intent): number =>
    intent === 'procedure' ? eitherOf(kinds.of('ours'), kinds.of('elsewhere')) : kinds.of(intent);
  const weighed = (intent: Intent): number => likelihood(intent) + (intent === cued ? sayOf(cued, given) : 0);
  return Intent.options.reduce((best, intent) => (weighed(intent) > weighed(best) ? intent : best));
};

/** That a procedure is asked for is what the cues say when they say nothing else. */
const sayOf = (cued: Intent, given: boolean): number =>
  cued === 'procedure' && !given ? 0 : cued === 'unknown' ? SAY_OF_NOTHING : SAY;
