import type { Day, Instant } from '../../calendar/day.js';

interface Described {
  /** Stable: scripts and JSON readers rely on it. */
  key: string;
  /** What a clerk reads above the column. */
  header: string;
  /** For the codebook: what it means. */
  describe: string;
  /** For the codebook: the unit, or the values that can occur. */
  allowed: string;
}

/** One column of an exported table. The type says how it is written: a real number, a real date, or text. */
export type Column<Row> =
  | (Described & { type: 'text'; value: (row: Row) => string | null })
  | (Described & { type: 'number'; value: (row: Row) => number | null })
  | (Described & { type: 'day'; value: (row: Row) => Day | null })
  | (Described & { type: 'moment'; value: (row: Row) => Instant | null });

/** A table anybody may export: its columns, in an order that does not change. */
export interface Table<Row> {
  /** The name of the sheet. */
  title: string;
  columns: readonly Column<Row>[];
}

/** Viet Nam keeps UTC+7 all year. */
const OFFICE_OFFSET_MS = 7 * 3_600_000;

/** `2026-11-22T09:30:00` on the office's clock. */
export const officeTime = (moment: Instant): string =>
  new Date(Date.parse(moment) + OFFICE_OFFSET_MS).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
