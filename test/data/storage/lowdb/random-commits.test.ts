import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Clock } from '../../../../data/clock.js';
import type { Change, Store } from '../../../../data/store.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import {
  activityChange,
  auditChange,
  dossierChange,
  feedbackChange,
  listOf,
  receiptChange,
  stateChange,
  surveyChange,
} from '../records.js';
import { openEmbedded } from './open-embedded.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
const PART = { from: '2026-11-10', to: '2027-01-05' };
/** The last is a real code and leads to 2026-11. */
const KEYS = ['a', 'b', 'c', 'PA-4P99-999V'];

/** A commit, or what else happens to a store. Few keys and low versions, so that conflicts and updates are common. */
const key = fc.constantFrom(...KEYS);
const version = fc.integer({ min: 1, max: 3 });
/** Distinct to the millisecond: the order of records received in the same one is left open. */
const moment = fc
  .integer({ min: 0, max: 100 * 86_400_000 })
  .map((offset) => new Date(Date.parse('2026-10-20T00:00:00.000Z') + offset).toISOString());
const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({ code: key, version, receivedAt: moment, state: fc.constantFrom('received', 'closed') })
    .map(feedbackChange),
  fc.record({ id: key, version, receivedAt: moment }).map(surveyChange),
  fc
    .record({ code: key, version, receivedAt: moment, status: fc.constantFrom('processing', 'returned') })
    .map(dossierChange),
  fc.tuple(key, fc.option(fc.record({ n: fc.integer() }))).map(([name, value]) => stateChange(name, value)),
  fc
    .tuple(key, fc.integer({ min: 1, max: 6 }), moment)
    .map(([id, sequence, at]) => activityChange(id, sequence, { at })),
  fc.record({ id: key, status: fc.constantFrom('taken', 'done'), at: moment }).map(receiptChange),
  fc.record({ id: fc.uuid(), at: moment }).map(auditChange),
);
const step = fc.oneof(
  { weight: 12, arbitrary: fc.array(change, { minLength: 1, maxLength: 4 }) },
  { weight: 2, arbitrary: fc.constantFrom('restart' as const, 'archive' as const) },
  { weight: 2, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 40 }) }) },
);

it(
  'After any commits, months’ ends, archivings and restarts the store shows what a model in memory shows',
  {
    timeout: 120_000,
  },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(1, 2_000, 1_000_000),
        async (steps, journalLimit) => {
          let now = Date.parse('2026-11-20T00:00:00.000Z');
          const clock: Clock = { now: () => new Date(now) };
          const model = createMemoryStore();
          const opened = await openEmbedded({ journalLimit })(clock);
          try {
            for (const one of steps) {
              if (one === 'restart') await opened.restart();
              else if (one === 'archive') await opened.archive();
              else if ('days' in one) now += one.days * 86_400_000;
              else expect(await outcome(opened.store(), one)).toBe(await outcome(model, one));
            }
            expect(await everythingIn(opened.store())).toEqual(await everythingIn(model));
            await opened.restart();
            expect(await everythingIn(opened.store())).toEqual(await everythingIn(model));
          } finally {
            await opened.remove();
          }
        },
      ),
      { numRuns: 150 },
    );
  },
);

const outcome = (store: Store, changes: readonly Change[]): Promise<string> =>
  store.commit(changes).then(
    () => 'kept',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );

const everythingIn = async (store: Store) => ({
  feedback: await Promise.all(KEYS.map((one) => store.feedback.find(one))),
  surveys: await Promise.all(KEYS.map((one) => store.surveys.find(one))),
  dossiers: await Promise.all(KEYS.map((one) => store.dossiers.find(one))),
  receipts: await Promise.all(KEYS.map((one) => store.receipts.find(one))),
  states: await store.state.read(KEYS),
  activities: await Promise.all(KEYS.map((one) => store.activities.since(one, 1))),
  sequences: await Promise.all(KEYS.map((one) => store.activities.lastSequence(one))),
  streams: [
    await listOf(store.feedback.stream(EVER)),
    await listOf(store.surveys.stream(PART)),
    await listOf(store.dossiers.stream(EVER)),
    await listOf(store.audit.stream(PART)),
  ],
  open: [await listOf(store.feedback.open()), await listOf(store.dossiers.open())],
  abandoned: await store.receipts.abandoned(new Date('2026-12-01T00:00:00.000Z')),
});
