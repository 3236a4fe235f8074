import type { Store } from '../../data/store.js';

/** The steps a process takes at its store and its gateway; at a chosen one it stops for good, as in a crash. */
export const createCrash = (at: number) => {
  let steps = 0;
  let stopped = (): void => undefined;
  const crashed = new Promise<'crashed'>((resolve) => {
    stopped = () => {
      resolve('crashed');
    };
  });
  /** Passes on, or never comes back. */
  const step = (): Promise<void> => {
    steps += 1;
    if (steps !== at) return steps < at ? Promise.resolve() : new Promise<void>(() => undefined);
    stopped();
    return new Promise<void>(() => undefined);
  };
  return { crashed, step };
};
type Crash = ReturnType<typeof createCrash>;

/** Around each read there is one step, around each commit two: before it is written, and after, before anybody knows. */
export const stoppingStore = (store: Store, { step }: Crash): Store => ({
  ...store,
  state: {
    ...store.state,
    read: (keys) => step().then(() => store.state.read(keys)),
  },
  activities: {
    ...store.activities,
    lastSequence: (id) => step().then(() => store.activities.lastSequence(id)),
  },
  receipts: {
    ...store.receipts,
    find: (id) => step().then(() => store.receipts.find(id)),
  },
  async commit(changes) {
    await step();
    await store.commit(changes);
    await step();
  },
});
