import type { Suggestion } from '../bot/framework/sdk.js';
import type { Say } from '../data/texts/texts.js';

/** What the assistant can do, as taps: the greeting, the menu and every dead end offer these. */
export const homeSuggestions = (say: Say): Suggestion[] =>
  (['home.procedure', 'home.dossier', 'home.feedback', 'home.survey', 'home.human'] as const).map((key) => {
    const title = say(key);
    return { title, value: title };
  });
