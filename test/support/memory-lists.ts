import { dayOf } from '../../data/calendar/day.js';
import type { DayRange } from '../../data/store.js';

export const found = <T>(record: T | undefined): Promise<T | null> =>
  Promise.resolve(record === undefined ? null : structuredClone(record));

export const receivedAt = (record: { receivedAt: string }): string => record.receivedAt;
export const recordedAt = (record: { at: string }): string => record.at;

export const within =
  <T>(range: DayRange, at: (record: T) => string) =>
  (record: T): boolean => {
    const day = dayOf(new Date(at(record)));
    return range.from <= day && day <= range.to;
  };

export const inRange = <T extends { receivedAt: string }>(
  records: Iterable<T>,
  range: DayRange,
): AsyncIterable<T> => byTime([...records].filter(within(range, receivedAt)), receivedAt);

export const earlier =
  <T>(at: (record: T) => string) =>
  (one: T, other: T): number =>
    Date.parse(at(one)) - Date.parse(at(other));

export async function* byTime<T>(records: T[], at: (record: T) => string): AsyncGenerator<T> {
  for (const record of records.sort(earlier(at))) yield await Promise.resolve(structuredClone(record));
}
