import { Day } from '../calendar/day.js';

/** A day, and the time of day where the cell gives one (`HH:MM`), both on the office's clock. */
export interface ImportedDate {
  day: Day;
  time: string | null;
}

/** Day number 25569 of Excel is 1970-01-01. */
const EXCEL_UNIX_DAY = 25_569;
/** 1954 to 2119: a number outside is not a day. */
const EXCEL_DAYS = { from: 20_000, to: 80_000 };

/** `20/11/2026`, `20-11-2026 09:30`, `2026-11-20`, a date cell or a day number of Excel → the date, else null. */
export const readImportedDate = (cell: unknown): ImportedDate | null => {
  if (cell instanceof Date) return fromDate(cell);
  if (typeof cell === 'number') return fromExcelDay(cell);
  if (typeof cell !== 'string') return null;
  const typed = cell.trim();
  if (/^\d{5}([.]\d+)?$/.test(typed)) return fromExcelDay(Number(typed));
  return fromText(typed);
};

const VIETNAMESE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(\d{1,2})[:h](\d{2})(?::\d{2})?)?$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:\+07:00)?)?$/;

const fromText = (typed: string): ImportedDate | null => {
  const [, day, month, year, hour, minute] = VIETNAMESE.exec(typed) ?? [];
  if (year !== undefined) return checked(year, month, day, hour, minute);
  const [, isoYear, isoMonth, isoDay, isoHour, isoMinute] = ISO.exec(typed) ?? [];
  return isoYear === undefined ? null : checked(isoYear, isoMonth, isoDay, isoHour, isoMinute);
};

const checked = (year = '', month = '', day = '', hour?: string, minute = '00'): ImportedDate | null => {
  const date = Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (!date.success || Number(hour ?? 0) > 23 || Number(minute) > 59) return null;
  return { day: date.data, time: hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}` };
};

/** Excel knows no time zone: what a date cell shows is what the office meant, and readers give it as UTC. */
const fromDate = (date: Date): ImportedDate | null => {
  if (Number.isNaN(date.getTime())) return null;
  const [day = '', time = ''] = date.toISOString().split('T');
  return checked(...(day.split('-') as [string, string, string]), ...timeParts(time));
};

const timeParts = (time: string): [] | [string, string] => {
  const [hour = '', minute = ''] = time.split(':');
  return hour === '00' && minute === '00' ? [] : [hour, minute];
};

const fromExcelDay = (number: number): ImportedDate | null =>
  number < EXCEL_DAYS.from || number > EXCEL_DAYS.to
    ? null
    : fromDate(new Date(Math.round((number - EXCEL_UNIX_DAY) * 1440) * 60_000));
