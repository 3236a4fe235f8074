import { z } from 'zod';

/** A calendar day as the office sees it, `YYYY-MM-DD` in Asia/Ho_Chi_Minh. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** A moment, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** Viet Nam keeps UTC+7 all year (no daylight saving since 1975). */
const OFFICE_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

export const instant = (date: Date): Instant => date.toISOString();

export const dayOf = (moment: Date): Day =>
  new Date(moment.getTime() + OFFICE_OFFSET_MS).toISOString().slice(0, 10);

/** `HH:MM` on the office's clock. */
export const timeOf = (moment: Date): string =>
  new Date(moment.getTime() + OFFICE_OFFSET_MS).toISOString().slice(11, 16);

/** The moment a clock of the office shows this day and `HH:MM`. */
export const momentAt = (day: Day, time: string): Date => new Date(`${day}T${time}:00+07:00`);

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(Date.parse(day)).getUTCDay();

/** 2026-12-07 → 07/12/2026, the way Vietnamese forms write dates. */
export const formatDay = (day: Day): string => day.split('-').reverse().join('/');
