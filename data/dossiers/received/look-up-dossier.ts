import { instant } from '../../calendar/day.js';
import type { Clock } from '../../clock.js';
import type { Change, Store } from '../../store.js';
import type { Dossier } from '../dossier.js';
import type { DossierSource } from './dossier-source.js';
import { receiveDossier } from './receive-dossier.js';

export type LookedUp =
  | {
      outcome: 'found';
      dossier: Dossier;
      /** What the source said anew, to be kept once the applicant has passed the check. */
      change: Change | null;
      /** False: the source did not answer, and this is what it said last. */
      fresh: boolean;
    }
  | { outcome: 'notFound' | 'unavailable' };

interface Parts {
  store: Pick<Store, 'dossiers' | 'erasures'>;
  /** null: only lists and pushes tell of dossiers. */
  source: DossierSource | null;
  clock: Clock;
}

/** What is known of a dossier, asked of the other system first where there is one. */
export const lookUpDossier = async (code: string, { store, source, clock }: Parts): Promise<LookedUp> => {
  const kept = await store.dossiers.find(code);
  const answer = source === null ? { outcome: 'notFound' as const } : await source.find(code);
  if (answer.outcome === 'found') {
    const at = clock.now();
    const { outcome, dossier } = receiveDossier(kept, answer.draft, { source: answer.source, at });
    // What was erased when its time was over is shown as the source has it, and not kept again.
    const isErased = kept === null && (await store.erasures.find('dossier', code)) !== null;
    if (outcome !== 'unchanged' && !isErased)
      return { outcome: 'found', dossier, change: { kind: 'dossier', record: dossier }, fresh: true };
    return { outcome: 'found', dossier: { ...dossier, asOf: instant(at) }, change: null, fresh: true };
  }
  if (kept === null) return { outcome: answer.outcome };
  return { outcome: 'found', dossier: kept, change: null, fresh: answer.outcome !== 'unavailable' };
};
