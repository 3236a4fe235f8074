import { z } from 'zod';
import { Day, instant } from '../../data/calendar/day.js';
import { DomainError, isDomainError } from '../../data/domain-error.js';
import { OfficeAlias } from '../../data/procedures/edition/office-alias.js';
import { auditEntry } from '../office/audit.js';
import type { OfficeCommand, OfficeServices } from '../office/office-command.js';

const QuestionsRead = z.strictObject({ from: Day, to: Day });

const AliasInput = OfficeAlias.pick({ alias: true, code: true, question: true }).extend({
  /** The version of it when the change was looked at; 0 for a new one. */
  follows: z.int().nonnegative(),
  actor: z.string().min(1),
});
export type AliasInput = z.output<typeof AliasInput>;

/** The words people use: what was not understood, and what the office teaches. */
export const createWordsCommands = (services: OfficeServices): Record<string, OfficeCommand> => ({
  async *'questions.read'(input) {
    for await (const question of services.store.questions.stream(QuestionsRead.parse(input)))
      yield JSON.stringify(question);
  },
  async *'edition.alias'(input) {
    const { follows, actor: by, ...named } = AliasInput.parse(input);
    const record: OfficeAlias = {
      ...named,
      version: follows + 1,
      at: instant(services.clock.now()),
      by,
    };
    const { alias, code, version } = record;
    await services.store
      .commit([
        { kind: 'alias', record },
        auditEntry(services, by, 'edition.alias', { alias, code, version }),
      ])
      .catch((error: unknown) => {
        throw isDomainError(error, 'store.conflict') ? changedMeanwhile() : error;
      });
    await services.editionChanged?.();
    yield JSON.stringify({ version });
  },
});

const changedMeanwhile = (): DomainError =>
  new DomainError('edition.changed', 'Có người vừa sửa tên gọi này. Chưa ghi gì. Hãy chạy lại lệnh.');
