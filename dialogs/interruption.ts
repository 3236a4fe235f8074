import type { Understanding } from '../data/understanding/understanding.js';
import { asksForPlace } from './place/asks-for-place.js';
import type { Turn } from './turn.js';

/**
 * When an answer does not fit the step: is it plainly something else the citizen wants now?
 * Beside a choice only what is certain counts, because leaving a form by mistake loses what was answered.
 */
export const switchesAway = (turn: Turn, expects: 'choice' | 'code'): Understanding | null => {
  const understood = turn.services.understand(turn.text, { procedureCode: null });
  return asksForPlace(turn) || isCertain(understood) || (expects === 'code' && isQuestion(understood))
    ? understood
    : null;
};

const isCertain = ({ intent, outcome, dossierCode }: Understanding): boolean => {
  if (intent === 'procedure') return outcome === 'answer';
  if (intent === 'dossier') return dossierCode !== null;
  return intent === 'feedback' || intent === 'legal_complaint' || intent === 'survey';
};

const isQuestion = ({ intent, outcome, referral }: Understanding): boolean =>
  outcome === 'choices' || referral !== null || intent === 'human';
