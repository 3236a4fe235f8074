import type { z } from 'zod';
import { Dossier } from '../dossier.js';

/** What a source says of a dossier: a row of a list, a push, another system's answer. The rest is added when it is kept. */
export const DossierDraft = Dossier.pick({
  code: true,
  procedureCode: true,
  procedureName: true,
  status: true,
  receivedAt: true,
  dueDate: true,
  unit: true,
  requested: true,
  phoneLast4: true,
  identityLast4: true,
}).extend({
  /** Only some sources tell when the result was ready. */
  finishedAt: Dossier.shape.finishedAt.unwrap().optional(),
});
export type DossierDraft = z.infer<typeof DossierDraft>;
