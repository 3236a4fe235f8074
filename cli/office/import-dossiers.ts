import { z } from 'zod';
import { isDomainError } from '../../data/domain-error.js';
import { DossierDraft } from '../../data/dossiers/received/dossier-draft.js';
import { receiveDossier } from '../../data/dossiers/received/receive-dossier.js';
import type { Received } from '../../data/dossiers/received/receive-dossier.js';
import type { Change } from '../../data/store.js';
import type { OfficeCommand, OfficeServices } from './office-command.js';
import { auditEntry } from './audit.js';

const ImportInput = z.strictObject({
  drafts: z.array(DossierDraft).max(1_000),
  source: z.string().min(1),
  dryRun: z.boolean(),
  actor: z.string(),
});

export const ImportOutcome = z.strictObject({
  code: z.string(),
  /** `erased`: its time was over, and it is not kept again. */
  outcome: z.enum(['new', 'changed', 'unchanged', 'erased']),
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
    const received = new Map(planned.map(({ dossier, outcome }) => [dossier.code, outcome]));
    for (const { code } of batch.drafts)
      yield JSON.stringify({ code, outcome: received.get(code) ?? 'erased' } satisfies ImportOutcome);
  };

/** Half the connections of a database's pool: citizens are answered with the others meanwhile. */
const AT_ONCE = 5;

const keep = async (services: OfficeServices, batch: z.infer<typeof ImportInput>): Promise<Received[]> => {
  const said = { source: batch.source, at: services.clock.now() };
  const { dossiers, erasures } = services.store;
  const receive = async (draft: DossierDraft): Promise<Received[]> => {
    const known = await dossiers.find(draft.code);
    const isErased = known === null && (await erasures.find('dossier', draft.code)) !== null;
    return isErased ? [] : [receiveDossier(known, draft, said)];
  };
  const planned: Received[] = [];
  for (let next = 0; next < batch.drafts.length; next += AT_ONCE)
    planned.push(...(await Promise.all(batch.drafts.slice(next, next + AT_ONCE).map(receive))).flat());
  const changes = planned
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ dossier }): Change => ({ kind: 'dossier', record: dossier }));
  if (changes.length > 0 && !batch.dryRun)
    await services.store.commit([
      ...changes,
      auditEntry(services, batch.actor, 'dossiers.import', { source: batch.source, kept: changes.length }),
    ]);
  return planned;
};
