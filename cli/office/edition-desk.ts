import { z } from 'zod';
import { Day, instant } from '../../data/calendar/day.js';
import { DomainError, isDomainError } from '../../data/domain-error.js';
import { nextCorrections } from '../../data/procedures/edition/next-corrections.js';
import type { OfficeEdition } from '../../data/procedures/edition/office-edition.js';
import { Procedure } from '../../data/procedures/procedure.js';
import type { OfficeCommand, OfficeServices } from './office-command.js';
import { auditEntry } from './audit.js';

const CorrectInput = z.strictObject({
  corrections: z
    .array(
      z.strictObject({
        record: Procedure,
        /** How many corrections of it there were when the change was looked at. */
        follows: z.int().nonnegative(),
      }),
    )
    .min(1),
  effectiveFrom: Day,
  reason: z.string().trim().min(1),
  base: Day,
  actor: z.string().min(1),
});
export type CorrectInput = z.output<typeof CorrectInput>;

export const CorrectResult = z.strictObject({ edition: z.int(), kept: z.int() });

/** The office's edition of the dataset: what it has said so far, and what it says from a day on. */
export const createEditionCommands = (services: OfficeServices): Record<string, OfficeCommand> => ({
  async *'edition.read'() {
    const { corrections, aliases } = await readEdition(services);
    for (const correction of corrections) yield JSON.stringify({ correction });
    for (const alias of aliases) yield JSON.stringify({ alias });
  },
  async *'edition.correct'(input) {
    const { corrections: wanted, actor: by, ...terms } = CorrectInput.parse(input);
    const edition = await readEdition(services);
    refuseIfChanged(wanted, edition);
    const corrections = nextCorrections(
      wanted.map(({ record }) => record),
      edition,
      { ...terms, by, recordedAt: instant(services.clock.now()) },
    );
    const number = corrections[0]?.edition ?? 0;
    const codes = corrections.map(({ code }) => code);
    await services.store
      .commit([
        ...corrections.map((record) => ({ kind: 'correction', record }) as const),
        auditEntry(services, by, 'edition.correct', { edition: number, codes, ...terms }),
      ])
      .catch((error: unknown) => {
        throw isDomainError(error, 'store.conflict') ? changedMeanwhile() : error;
      });
    await services.editionChanged?.();
    yield JSON.stringify({ edition: number, kept: corrections.length } satisfies z.input<
      typeof CorrectResult
    >);
  },
});

const readEdition = async ({ store }: OfficeServices): Promise<OfficeEdition> => ({
  corrections: await store.edition.corrections(),
  aliases: await store.edition.aliases(),
});

const refuseIfChanged = (wanted: CorrectInput['corrections'], { corrections }: OfficeEdition): void => {
  for (const { record, follows } of wanted)
    if (corrections.filter(({ code }) => code === record.code).length !== follows) throw changedMeanwhile();
};

const changedMeanwhile = (): DomainError =>
  new DomainError(
    'edition.changed',
    'Có người vừa sửa một trong các thủ tục này. Chưa ghi gì. Hãy xuất lại tệp, sửa rồi nhập lại.',
  );
