import { z } from 'zod';
import { Day, Instant, instant } from '../../calendar/day.js';
import type { Change, StateStore } from '../../store.js';

/** For staff: somebody asked about a late dossier nobody has apologised for. Kept as state until the apology is entered. */
export const LateNotice = z.strictObject({
  code: z.string(),
  /** The day that was not kept. */
  missed: Day,
  firstAskedAt: Instant,
  lastAskedAt: Instant,
  times: z.int().positive(),
});
export type LateNotice = z.infer<typeof LateNotice>;

export const lateNoticeKey = (code: string): string => `late-notice:${code}`;

export const readLateNotice = async (state: StateStore, code: string): Promise<LateNotice | null> => {
  const key = lateNoticeKey(code);
  return LateNotice.safeParse((await state.read([key]))[key]).data ?? null;
};

/** The entry to write in the same commit as the words that say it was written. */
export const askedAgain = (
  known: LateNotice | null,
  { code, missed, at }: { code: string; missed: Day; at: Date },
): Change => ({
  kind: 'state',
  key: lateNoticeKey(code),
  value: {
    code,
    missed,
    firstAskedAt: known?.firstAskedAt ?? instant(at),
    lastAskedAt: instant(at),
    times: (known?.times ?? 0) + 1,
  } satisfies LateNotice,
});
