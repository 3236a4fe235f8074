import { createEmbeddedStore } from '../../data/storage/lowdb/embedded-store.js';
import type { Change } from '../../data/store.js';

/** Fills a folder month by month, as years of work would have. The last month stays in its journal. */
export const fill = async (
  folder: string,
  months: readonly string[],
  recordsAMonth: number,
  recordOf: (number: number, at: Date) => Change,
): Promise<void> => {
  let now = new Date();
  const store = await createEmbeddedStore({ folder, clock: { now: () => now }, onTrouble: rethrow });
  let number = 0;
  for (const month of months) {
    const start = Date.parse(`${month}-01T00:00:00.000Z`);
    for (let done = 0; done < recordsAMonth;) {
      const batch = Math.min(BATCH, recordsAMonth - done);
      now = new Date(start + Math.floor((done / recordsAMonth) * 27 * 86_400_000));
      await store.commit(Array.from({ length: batch }, () => recordOf(number++, now)));
      done += batch;
    }
    if (month !== months.at(-1)) await store.archive();
  }
  await store.close();
};

const BATCH = 200;

/** `count` months that end with `last`. */
export const monthsUpTo = (last: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const date = new Date(`${last}-01T00:00:00.000Z`);
    date.setUTCMonth(date.getUTCMonth() - (count - 1 - index));
    return date.toISOString().slice(0, 7);
  });

const rethrow = (error: unknown): never => {
  throw error;
};
