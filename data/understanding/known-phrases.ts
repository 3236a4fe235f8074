import type { Catalogue } from '../procedures/catalogue.js';
import type { Knowledge } from './knowledge.js';
import { procedureTexts } from './ranking/procedure-texts.js';

/** Every text whose words and word pairs a misspelt question may have meant. */
export const knownPhrases = (catalogue: Catalogue, knowledge: Omit<Knowledge, 'learned'>): Set<string> =>
  new Set([
    ...catalogue.all.flatMap((procedure) =>
      procedureTexts(procedure, knowledge.everydayNames[procedure.code] ?? []).map(({ text }) => text),
    ),
    ...catalogue.lifeEvents.flatMap(({ phrases }) => phrases),
    ...Object.values(knowledge.concepts.concepts).flat(),
    ...Object.values(knowledge.concepts.actions).flat(),
    ...knowledge.referrals.flatMap(({ phrases }) => phrases),
    ...Object.values(knowledge.cues.intents).flat(),
    ...Object.values(knowledge.cues.aspects).flat(),
  ]);
