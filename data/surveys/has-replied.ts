import type { Store } from '../store.js';

/** Whether a survey with this id was given before, be it erased since: one reply counts for a dossier and phase. */
export const hasReplied = async (
  { surveys, erasures }: Pick<Store, 'surveys' | 'erasures'>,
  id: string,
): Promise<boolean> => (await surveys.find(id)) !== null || (await erasures.find('survey', id)) !== null;
