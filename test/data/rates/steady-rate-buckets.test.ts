import { describe, expect, it } from 'vitest';
import { createProcessRateBuckets } from '../../../data/rates/process-rate-buckets.js';
import { createSteadyRateBuckets } from '../../../data/rates/steady-rate-buckets.js';

const RATE = { burst: 2, perSecond: 0.001 };

describe('buckets that are shared as long as that works', () => {
  const start = () => {
    let now = 0;
    const clock = { now: () => new Date(now) };
    const process = () => createProcessRateBuckets({ clock, most: 10 });
    const [far, own] = [process(), process()];
    const state = { gone: false, silent: false, asked: 0 };
    const troubles: unknown[] = [];
    const buckets = createSteadyRateBuckets({
      shared: {
        take(...taken) {
          state.asked += 1;
          if (state.silent) return new Promise<number>(() => undefined);
          if (state.gone) return Promise.reject(new Error('gone'));
          return far.take(...taken);
        },
      },
      own,
      clock,
      onTrouble: (error) => troubles.push(error),
      patienceMs: 20,
    });
    const take = async () => (await buckets.take('message', 'c1', RATE)) === 0;
    return { state, troubles, far, take, wait: (milliseconds: number) => (now += milliseconds) };
  };

  it('hold what others took', async () => {
    const { far, take } = start();
    far.take('message', 'c1', RATE);
    expect([await take(), await take()]).toEqual([true, false]);
  });

  it('neither open nor shut while the shared ones cannot be reached', async () => {
    const { state, take } = start();
    state.gone = true;
    expect([await take(), await take(), await take()]).toEqual([true, true, false]);
  });

  it('wait for an answer for a moment only', async () => {
    const { state, take } = start();
    state.silent = true;
    expect([await take(), await take(), await take()]).toEqual([true, true, false]);
    expect(state.asked).toBe(1);
  });

  it('leave the shared ones alone for a while after they failed, and come back to them', async () => {
    const { state, far, take, wait } = start();
    state.gone = true;
    await take();
    await take();
    expect(state.asked).toBe(1);
    state.gone = false;
    far.take('message', 'c1', RATE);
    far.take('message', 'c1', RATE);
    wait(2_000);
    expect(await take()).toBe(false);
    expect(state.asked).toBe(2);
  });

  it('tell of the trouble once, and again when it comes back', async () => {
    const { state, troubles, take, wait } = start();
    state.gone = true;
    for (let tries = 0; tries < 3; tries += 1) {
      await take();
      wait(2_000);
    }
    expect(troubles).toHaveLength(1);
    state.gone = false;
    await take();
    state.gone = true;
    await take();
    expect(troubles).toHaveLength(2);
  });
});
