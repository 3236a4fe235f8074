import { formatDay } from '../calendar/day.js';
import type { Day, Instant } from '../calendar/day.js';
import { cleanText } from '../language/clean-text.js';
import { ProcedureCode } from '../procedures/procedure.js';
import { lastFour } from './dossier-check.js';
import type { DossierDraft } from './received/dossier-draft.js';
import { DOSSIER_STATUSES } from './dossier.js';
import type { Dossier, DossierStatus } from './dossier.js';
import { headingOf } from './import-columns.js';
import type { ImportField } from './import-columns.js';
import { readImportedDate } from './import-date.js';
import type { ImportedDate } from './import-date.js';
import { readImportedStatus } from './import-status.js';
import { STATUS_NAMES } from './status-names.js';

export interface ImportRules {
  /** See dossier-code.ts. */
  readCode: (typed: string) => string | null;
  /** The official name of a procedure, where the list gives only its code. */
  procedureName: (code: string) => string | null;
  today: Day;
}

export type ReadRow = { draft: DossierDraft } | { problems: string[] };

/** One row's cells → a draft, or every problem as a sentence. Phone and identity numbers are never repeated in it. */
export const readRow = (line: number, cell: (field: ImportField) => unknown, rules: ImportRules): ReadRow => {
  const problems: string[] = [];
  const row: Row = {
    cell,
    text: (field) => textOf(cell(field)),
    wrong: (field, what) => {
      problems.push(`dòng ${String(line)}, cột ${headingOf(field)}: ${what}`);
      return null;
    },
  };
  const code = readCode(row, rules);
  const procedure = readProcedure(row, rules);
  const status = readStatus(row);
  const dates = readDates(row, rules);
  const check = { phoneLast4: readPhone(row), identityLast4: readIdentity(row) };
  const texts = { unit: readText(row, 'unit'), requested: readText(row, 'requested') };
  if (code === null || procedure === null || status === null || dates === null || problems.length > 0)
    return { problems };
  return { draft: { code, ...procedure, status, ...dates, ...texts, ...check } };
};

interface Row {
  cell: (field: ImportField) => unknown;
  text: (field: ImportField) => string;
  /** Notes the problem; null, so that a reader can return it. */
  wrong: (field: ImportField, what: string) => null;
}

const TEXT_LIMIT = 500;

const textOf = (cell: unknown): string => {
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? cleanText(cell).replaceAll('\n', ' ') : '';
};

const readText = (row: Row, field: ImportField): string | null => {
  const text = row.text(field);
  if (text.length > TEXT_LIMIT)
    return row.wrong(field, `dài quá ${String(TEXT_LIMIT)} ký tự. Hãy viết gọn lại.`);
  return text === '' ? null : text;
};

const readCode = (row: Row, { readCode: read }: ImportRules): string | null => {
  const typed = row.text('code');
  if (typed === '') return row.wrong('code', 'đang trống. Mỗi hồ sơ phải có mã.');
  return (
    read(typed) ??
    row.wrong('code', `"${typed}" không phải là mã hồ sơ. Ví dụ đúng: 000.00.12.H56-261105-0001.`)
  );
};

const readProcedure = (
  row: Row,
  { procedureName }: ImportRules,
): Pick<Dossier, 'procedureCode' | 'procedureName'> | null => {
  const typed = row.text('procedureCode');
  const code = ProcedureCode.safeParse(typed);
  if (typed !== '' && !code.success)
    return row.wrong('procedureCode', `"${typed}" không phải là mã thủ tục. Ví dụ đúng: 1.014196.`);
  const procedureCode = code.data ?? null;
  const name =
    readText(row, 'procedureName') ?? (procedureCode === null ? null : procedureName(procedureCode));
  if (name === null)
    return row.wrong(
      'procedureName',
      'đang trống, và không tìm được tên theo mã thủ tục. Hãy ghi tên thủ tục.',
    );
  return { procedureCode, procedureName: name };
};

const readStatus = (row: Row): DossierStatus | null =>
  readImportedStatus(row.cell('status')) ??
  row.wrong('status', `"${row.text('status')}" không thuộc mười trạng thái: ${STATUS_LIST}.`);

const STATUS_LIST = DOSSIER_STATUSES.map(
  (status, index) => `${String(index + 1)} ${STATUS_NAMES[status]}`,
).join(', ');

const readDates = (row: Row, { today }: ImportRules): Pick<Dossier, 'receivedAt' | 'dueDate'> | null => {
  const received = readDate(row, 'receivedAt');
  const due = readDate(row, 'dueDate');
  if (received === 'empty') return row.wrong('receivedAt', 'đang trống. Hãy ghi ngày nhận hồ sơ.');
  if (received === null || due === null) return null;
  if (received.day > today)
    return row.wrong('receivedAt', `${formatDay(received.day)} ở sau hôm nay (${formatDay(today)}).`);
  if (due === 'empty') return { receivedAt: momentOf(received), dueDate: null };
  if (due.day < received.day)
    return row.wrong('dueDate', `${formatDay(due.day)} ở trước ngày nhận (${formatDay(received.day)}).`);
  return { receivedAt: momentOf(received), dueDate: due.day };
};

const readDate = (row: Row, field: ImportField): ImportedDate | 'empty' | null => {
  const cell = row.cell(field);
  if (!(cell instanceof Date) && row.text(field) === '') return 'empty';
  return (
    readImportedDate(typeof cell === 'string' ? row.text(field) : cell) ??
    row.wrong(
      field,
      `"${row.text(field)}" không phải là ngày có thật. Hãy viết ngày/tháng/năm, ví dụ 20/11/2026.`,
    )
  );
};

const momentOf = ({ day, time }: ImportedDate): Instant =>
  new Date(`${day}T${time ?? '00:00'}:00+07:00`).toISOString();

const readPhone = (row: Row): string | null => {
  const typed = row.text('phone');
  const digits = lastFour(typed.replace(/\D/g, ''));
  return typed === '' || digits !== null
    ? digits
    : row.wrong('phone', 'phải có ít nhất bốn chữ số, hoặc để trống.');
};

const readIdentity = (row: Row): string | null => {
  const typed = row.text('identity');
  const end = lastFour(typed);
  return typed === '' || end !== null
    ? end
    : row.wrong('identity', 'phải có ít nhất bốn chữ số, hoặc để trống.');
};
