import { instant } from '../../calendar/day.js';
import { isDomainError } from '../../domain-error.js';
import type { Randomness } from '../../randomness.js';
import type { Store } from '../../store.js';
import type { DossierDraft } from './dossier-draft.js';
import { receiveDossier } from './receive-dossier.js';
import type { Received } from './receive-dossier.js';

export interface Kept {
  /** `erased`: its time was over, and it is not kept again. */
  outcome: Received['outcome'] | 'older' | 'erased';
  version: number;
}

interface Said {
  draft: DossierDraft;
  asOf: Date;
  source: string;
  actor: string;
}

/** Keeps what another system said of one dossier, with an audit entry when it says something new. The same twice is once. */
export const createKeepDossier = ({ store, random }: { store: Store; random: Randomness }) => {
  const keep = async ({ draft, asOf, source, actor }: Said): Promise<Kept> => {
    const known = await store.dossiers.find(draft.code);
    if (known !== null && known.asOf > instant(asOf)) return { outcome: 'older', version: known.version };
    const erased = known === null ? await store.erasures.find('dossier', draft.code) : null;
    if (erased !== null) return { outcome: 'erased', version: erased.version };
    const { outcome, dossier } = receiveDossier(known, draft, { source, at: asOf });
    if (outcome !== 'unchanged')
      await store.commit([
        { kind: 'dossier', record: dossier },
        {
          kind: 'audit',
          record: {
            id: random.uuid(),
            at: instant(asOf),
            actor,
            action: 'dossiers.push',
            details: { code: draft.code, outcome },
          },
        },
      ]);
    return { outcome, version: dossier.version };
  };
  return (said: Said): Promise<Kept> =>
    keep(said).catch((error: unknown) => {
      // Somebody changed it meanwhile: read again, once.
      if (isDomainError(error, 'store.conflict')) return keep(said);
      throw error;
    });
};
export type KeepDossier = ReturnType<typeof createKeepDossier>;
