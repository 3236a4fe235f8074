import { z } from 'zod';
import { instant } from '../../data/calendar/day.js';
import { isDomainError } from '../../data/domain-error.js';
import { Dossier } from '../../data/dossiers/dossier.js';
import type { Change } from '../../data/store.js';
import type { OfficeCommand, OfficeServices } from './office-command.js';
import { auditEntry } from './audit.js';

const DossierDraft = Dossier.omit({ version: true, asOf: true, source: true });
type DossierDraft = z.infer<typeof DossierDraft>;

const ImportInput = z.strictObject({
  drafts: z.array(DossierDraft).max(1_000),
  source: z.string().min(1),
  dryRun: z.boolean(),
  actor: z.string(),
});

export const ImportOutcome = z.strictObject({
  code: z.string(),
  outcome: z.enum(['new', 'changed', 'unchanged']),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** Keeps a batch whole or not at all; a dossier that says what is already known gets no new version. */
export const createImportCommand = (services: OfficeServices): OfficeCommand =>
  async function* (input) {
    const batch = ImportInput.parse(input);
    const planned = await keep(services, batch).catch((error: unknown) => {
      // Somebody changed one of them meanwhile: read again, once.
      if (isDomainError(error, 'store.conflict')) return keep(services, batch);
      throw error;
    });
    for (const { draft, outcome } of planned)
      yield JSON.stringify({ code: draft.code, outcome } satisfies ImportOutcome);
  };

interface Planned {
  draft: DossierDraft;
  outcome: ImportOutcome['outcome'];
  version: number;
}

const keep = async (services: OfficeServices, batch: z.infer<typeof ImportInput>): Promise<Planned[]> => {
  const planned = await Promise.all(batch.drafts.map((draft) => plan(services, draft)));
  const asOf = instant(services.clock.now());
  const changes = planned
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ draft, version }): Change => ({
      kind: 'dossier',
      record: { ...draft, version, asOf, source: batch.source },
    }));
  if (changes.length > 0 && !batch.dryRun)
    await services.store.commit([
      ...changes,
      auditEntry(services, batch.actor, 'dossiers.import', { source: batch.source, kept: changes.length }),
    ]);
  return planned;
};

/** A list without phone numbers does not take the check away from a dossier that has one. */
const plan = async ({ store }: OfficeServices, draft: DossierDraft): Promise<Planned> => {
  const kept = await store.dossiers.find(draft.code);
  if (kept === null) return { draft, outcome: 'new', version: 1 };
  const whole = {
    ...draft,
    phoneLast4: draft.phoneLast4 ?? kept.phoneLast4,
    identityLast4: draft.identityLast4 ?? kept.identityLast4,
  };
  const same = DRAFT_KEYS.every((key) => kept[key] === whole[key]);
  return { draft: whole, outcome: same ? 'unchanged' : 'changed', version: kept.version + 1 };
};

const DRAFT_KEYS = Object.keys(DossierDraft.shape) as (keyof DossierDraft)[];
