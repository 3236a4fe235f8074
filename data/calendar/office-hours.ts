import type { Day } from './day.js';
import { weekdayOf } from './office-calendar.js';

/** `HH:MM` to `HH:MM`. */
export type Opening = Readonly<{ from: string; to: string }>;
/** 1 Monday … 7 Sunday. */
export type WeeklyHours = Readonly<
  Partial<Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', readonly Opening[]>>
>;

export interface OfficeHours {
  /** What the office is open on a worked day; the gap between two openings is the lunch break. */
  openings(day: Day): readonly [Opening, ...Opening[]];
}

/** Eight hours, until the office enters its own. */
const USUAL: readonly [Opening, ...Opening[]] = [
  { from: '07:30', to: '11:30' },
  { from: '13:00', to: '17:00' },
];

/** A worked Saturday keeps the hours of a Friday unless Saturday has hours of its own. */
export const createOfficeHours = (weekly: WeeklyHours = {}): OfficeHours => ({
  openings: (day) => {
    const number = String(weekdayOf(day) || 7) as keyof WeeklyHours;
    const [first, ...rest] = weekly[number] ?? weekly['5'] ?? USUAL;
    return first ? [first, ...rest] : USUAL;
  },
});

/** Minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const timeOfMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
