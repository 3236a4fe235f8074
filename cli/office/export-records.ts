import { z } from 'zod';
import { Day } from '../../data/calendar/day.js';
import { feedbackRow } from '../../data/reports/columns/feedback-columns.js';
import type { OfficeCommand, OfficeServices } from './office-command.js';
import { auditEntry } from './audit.js';

export const EXPORTABLE = ['surveys', 'feedback', 'dossiers'] as const;

const ExportInput = z.strictObject({
  what: z.enum(EXPORTABLE),
  from: Day,
  to: Day,
  withContact: z.boolean(),
  format: z.string(),
  actor: z.string(),
});

/** One record a line. The audit entry is durable before the first of them leaves. */
export const createExportCommand = (services: OfficeServices): OfficeCommand =>
  async function* (input) {
    const { what, actor, ...request } = ExportInput.parse(input);
    await services.store.commit([auditEntry(services, actor, `export.${what}`, request)]);
    for await (const record of records(services, what, request)) yield JSON.stringify(record);
  };

async function* records(
  { store }: OfficeServices,
  what: (typeof EXPORTABLE)[number],
  { withContact, ...range }: Pick<z.infer<typeof ExportInput>, 'from' | 'to' | 'withContact'>,
): AsyncGenerator<object> {
  if (what === 'surveys') yield* store.surveys.stream(range);
  else if (what === 'dossiers') yield* withoutNumbers(store.dossiers.stream(range));
  else for await (const feedback of store.feedback.stream(range)) yield feedbackRow(feedback, withContact);
}

/** No column shows them, so they need not leave the folder. */
async function* withoutNumbers<T extends object>(dossiers: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const dossier of dossiers) yield { ...dossier, phoneLast4: null, identityLast4: null };
}
