import { weekdayOf } from './day.js';
import type { Day } from './day.js';

/** `HH:MM` to `HH:MM`. */
export type Opening = Readonly<{ from: string; to: string }>;
/** 1 Monday … 7 Sunday. */
export type WeeklyHours = Readonly<
  Partial<Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', readonly Opening[]>>
>;

export interface OfficeHours {
  /** What the office is open on a worked day; the gap between two openings is the lunch break. Never without any. */
  openings(day: Day): readonly Opening[];
  /** The same without half days: what makes the day a whole one. */
  usual(day: Day): readonly Opening[];
}

/** Eight hours, until the office enters its own. */
const USUAL: readonly Opening[] = [
  { from: '07:30', to: '11:30' },
  { from: '13:00', to: '17:00' },
];

/**
 * A worked Saturday keeps the hours of a Friday unless Saturday has hours of its own. `halfDays`: days on which this
 * office is open for less.
 */
export const createOfficeHours = (
  weekly: WeeklyHours = {},
  halfDays: ReadonlyMap<Day, readonly Opening[]> = new Map(),
): OfficeHours => {
  const own = (number: keyof WeeklyHours): readonly Opening[] | undefined =>
    weekly[number]?.length ? weekly[number] : undefined;
  const usual = (day: Day): readonly Opening[] =>
    own(String(weekdayOf(day) || 7) as keyof WeeklyHours) ?? own('5') ?? USUAL;
  return { usual, openings: (day) => halfDays.get(day) ?? usual(day) };
};

/** Minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const timeOfMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
