import type { Day } from '../calendar/day.js';
import type { MessageReceipt } from '../conversations/records.js';
import type { Feedback, FeedbackState } from '../feedback/feedback.js';
import type { DayRange } from '../store.js';

/** Lists as the port gives them, out of what an implementation streams. */
export async function* inStates(
  records: AsyncIterable<Feedback>,
  states: readonly FeedbackState[] | undefined,
): AsyncGenerator<Feedback> {
  for await (const record of records) if (!states || states.includes(record.state)) yield record;
}

export const abandonedAt = async (
  taken: AsyncIterable<MessageReceipt>,
  now: Date,
): Promise<MessageReceipt[]> => {
  const abandoned: MessageReceipt[] = [];
  for await (const receipt of taken)
    if (receipt.leaseUntil === null || Date.parse(receipt.leaseUntil) <= now.getTime())
      abandoned.push(receipt);
  return abandoned;
};

export const listOf = async <T>(records: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const record of records) list.push(record);
  return list;
};

/** First and last millisecond of the days, on the office's calendar. */
export const timesOf = ({ from, to }: DayRange): { from: number; to: number } => ({
  from: startOf(from),
  to: endOf(to),
});

const startOf = (day: Day): number => Date.parse(`${day}T00:00:00.000+07:00`);
const endOf = (day: Day): number => Date.parse(`${day}T23:59:59.999+07:00`);
