import { instant } from '../calendar/day.js';
import type { Day } from '../calendar/day.js';
import type { Clock } from '../clock.js';
import type { Randomness } from '../randomness.js';
import type { Change } from '../store.js';
import type { Swept } from './sweep.js';

/** The audit entry of a sweep: how many of each kind, and by which period. */
export const sweepEntry = (
  { clock, random }: { clock: Clock; random: Randomness },
  actor: string,
  on: Day,
  swept: readonly Swept[],
): Change => ({
  kind: 'audit',
  record: {
    id: random.uuid(),
    at: instant(clock.now()),
    actor,
    action: 'retention.sweep',
    details: {
      on,
      erased: Object.fromEntries(
        swept.filter(({ count }) => count > 0).map(({ of, count, days }) => [of, { count, days }]),
      ),
    },
  },
});
