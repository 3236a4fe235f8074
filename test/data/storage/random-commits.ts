import fc from 'fast-check';
import { expect } from 'vitest';
import { canonicalJson } from '../../../data/canonical-json.js';
import type { Change, Store } from '../../../data/store.js';
import { TOMBSTONED } from '../../../data/retention/erasure.js';
import { answerChange } from '../../support/given-answer.js';
import { createMemoryStore } from '../../support/memory-store.js';
import {
  activityChange,
  auditChange,
  dossierChange,
  erasureChange,
  feedbackChange,
  listOf,
  receiptChange,
  stateChange,
  surveyChange,
} from './records.js';
import type { OpenStore } from './store-contract.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
const PART = { from: '2026-11-10', to: '2027-01-05' };
/** The last is a real code and leads to 2026-11. */
const KEYS = ['a', 'b', 'c', 'PA-4P99-999V'];

const key = fc.constantFrom(...KEYS);
const moment = fc
  .integer({ min: 0, max: 100 * 86_400_000 })
  .map((offset) => new Date(Date.parse('2026-10-20T00:00:00.000Z') + offset).toISOString());
/** What is added to the stored version or sequence; all but 1 are conflicts. */
const ahead = fc.oneof(
  { weight: 12, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.constantFrom(0, 2) },
);
const KINDS = ['feedback', 'survey', 'dossier', 'state', 'activity', 'receipt', 'answer', 'audit'] as const;
const ERASABLE = ['feedback', 'survey', 'dossier', 'conversation', 'receipt', 'answer'] as const;
const draft = fc.record({
  kind: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...KINDS) },
    { weight: 1, arbitrary: fc.constant('erasure' as const) },
  ),
  of: fc.constantFrom(...ERASABLE),
  key,
  ahead,
  moment,
  flag: fc.boolean(),
  id: fc.uuid(),
});
type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never;

/** A commit, or what else happens to a store. */
const step = fc.oneof(
  { weight: 12, arbitrary: fc.array(draft, { minLength: 1, maxLength: 4 }) },
  { weight: 3, arbitrary: fc.constantFrom('restart' as const, 'purge' as const) },
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 40 }) }) },
);

/** After any steps the store shows what a model in memory shows, and so does another that its snapshot is loaded into. */
export const checkRandomCommits = (openings: readonly OpenStore[], numRuns: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(...openings),
      async (steps, open) => {
        let now = Date.parse('2026-11-20T00:00:00.000Z');
        const model = createMemoryStore();
        const clock = { now: () => new Date(now) };
        const [opened, elsewhere] = [await open(clock), await open(clock)];
        try {
          for (const one of steps) {
            if (one === 'restart') await opened.restart();
            else if (one === 'purge') await opened.store().purge();
            else if ('days' in one) now += one.days * 86_400_000;
            else {
              const changes = await changesOf(model, one);
              expect(await outcome(opened.store(), changes)).toBe(await outcome(model, changes));
            }
          }
          expect(await everythingIn(opened.store())).toEqual(await everythingIn(model));
          await opened.restart();
          expect(await everythingIn(opened.store())).toEqual(await everythingIn(model));
          await elsewhere.store().load(await listOf(opened.store().snapshot()));
          expect(await everythingIn(elsewhere.store())).toEqual(await everythingIn(model));
        } finally {
          await elsewhere.remove();
          await opened.remove();
        }
      },
    ),
    { numRuns },
  );

/** Each change with the version that follows the stored one and those before it in the list. */
const changesOf = (model: Store, drafts: readonly Draft[]): Promise<Change[]> =>
  Promise.all(
    drafts.map(async (one, index) => {
      const before = drafts
        .slice(0, index)
        .filter((other) => kindOf(other) === kindOf(one) && other.key === one.key);
      const version = (await storedVersion(model, one)) + before.length + one.ahead;
      return CHANGES[one.kind](one, Math.max(1, version));
    }),
  );

const kindOf = ({ kind, of }: Draft): string => {
  if (kind !== 'erasure') return kind;
  return of === 'conversation' ? 'activity' : of;
};

const storedVersion = async (model: Store, draft: Draft): Promise<number> => {
  const [kind, name] = [kindOf(draft), draft.key];
  if (kind === 'feedback') return (await model.feedback.find(name))?.version ?? 0;
  if (kind === 'survey') return (await model.surveys.find(name))?.version ?? 0;
  if (kind === 'dossier') return (await model.dossiers.find(name))?.version ?? 0;
  return model.activities.lastSequence(name);
};

const CHANGES: Record<Draft['kind'], (draft: Draft, version: number) => Change> = {
  feedback: ({ key: code, moment: receivedAt, flag }, version) =>
    feedbackChange({ code, version, receivedAt, state: flag ? 'received' : 'closed' }),
  survey: ({ key: id, moment: receivedAt }, version) => surveyChange({ id, version, receivedAt }),
  dossier: ({ key: code, moment: receivedAt, flag }, version) =>
    dossierChange({ code, version, receivedAt, status: flag ? 'processing' : 'returned' }),
  state: ({ key: name, flag, id }) => stateChange(name, flag ? { id } : null),
  activity: ({ key: name, moment: at }, sequence) => activityChange(name, sequence, { at }),
  receipt: ({ key: id, moment: at, flag }) => receiptChange({ id, status: flag ? 'taken' : 'done', at }),
  answer: ({ key: code, moment: at }) => answerChange({ code, at }),
  audit: ({ id, moment: at }) => auditChange({ id, at }),
  // What is erased is not continued but named.
  erasure: ({ of, key: name }, version) => erasureChange(of, name, version - 1),
};

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
    await listOf(store.answers.stream(PART)),
  ],
  open: [await listOf(store.feedback.open()), await listOf(store.dossiers.open())],
  quiet: (await listOf(store.activities.quiet(new Date('2026-12-10T00:00:00.000Z')))).sort(byId),
  done: await listOf(store.receipts.done(new Date('2026-12-10T00:00:00.000Z'))),
  erasures: await Promise.all(TOMBSTONED.flatMap((of) => KEYS.map((one) => store.erasures.find(of, one)))),
  abandoned: await store.receipts.abandoned(new Date('2026-12-01T00:00:00.000Z')),
  snapshot: (await listOf(store.snapshot())).map(canonicalJson).sort(),
});

const byId = (one: { conversationId: string }, other: { conversationId: string }): number =>
  one.conversationId < other.conversationId ? -1 : 1;
