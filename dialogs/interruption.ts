import type { Understanding } from '../data/understanding/understanding.js';
import type { Turn } from './turn.js';

/**
 * When an answer does not fit the step: is it plainly something else the citizen wants now?
 * Only what is certain counts, because leaving a form by mistake loses what was answered.
 */
export const switchesAway = (turn: Turn): Understanding | null => {
  const understood = turn.services.understand(turn.text, { procedureCode: null });
  return isCertain(understood) ? understood : null;
};

const isCertain = ({ intent, outcome, dossierCode }: Understanding): boolean => {
  if (intent === 'procedure') return outcome === 'answer';
  if (intent === 'dossier') return dossierCode !== null;
  return intent === 'feedback' || intent === 'legal_complaint' || intent === 'survey';
};
