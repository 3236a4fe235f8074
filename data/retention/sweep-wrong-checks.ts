import type { Clock } from '../clock.js';
import { isForgotten, WRONG_CHECKS_PREFIX, WrongChecks } from '../dossiers/wrong-checks.js';
import type { Store } from '../store.js';
import { inBatches } from './in-batches.js';

/**
 * Takes away the wrong checks that lock nothing any more: codes that never existed are counted too, and no record's
 * erasure takes those along. One that is counted in this very moment may be lost with them.
 */
export const sweepWrongChecks = async (
  { store, clock }: { store: Store; clock: Clock },
  goesOn: () => boolean,
): Promise<void> => {
  for await (const keys of inBatches(forgotten(store, clock.now()))) {
    if (!goesOn()) return;
    await store.commit(keys.map((key) => ({ kind: 'state', key, value: null })));
  }
};

async function* forgotten({ state }: Store, now: Date): AsyncGenerator<string> {
  for await (const { key, value } of state.under(WRONG_CHECKS_PREFIX)) {
    const checks = WrongChecks.safeParse(value).data;
    if (checks === undefined || isForgotten(checks, now)) yield key;
  }
}
