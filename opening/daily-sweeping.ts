import type { Logger } from 'pino';
import { systemClock } from '../data/clock.js';
import { systemRandomness } from '../data/randomness.js';
import { createDailySweep } from '../data/retention/daily-sweep.js';
import type { RetentionPeriods } from '../data/retention/retention-periods.js';
import type { Store } from '../data/store.js';

const EVERY_MS = 5 * 60_000;

/** Sweeps once a day while the office runs. */
export const startDailySweeping = (store: Store, periods: RetentionPeriods, log: Logger) => {
  const daily = createDailySweep({
    store,
    periods,
    clock: systemClock,
    random: systemRandomness,
    onSwept: (swept) => {
      log.info({ event: 'retention.swept', swept: swept.filter(({ count }) => count > 0) });
    },
    onTrouble: (err) => {
      log.error({ event: 'retention.failed', err });
    },
  });
  const timer = setInterval(() => void daily.tick(), EVERY_MS).unref();
  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      await daily.stop();
    },
  };
};
