import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { RetentionPeriods } from '../../../data/retention/retention-periods.js';
import { sweep } from '../../../data/retention/sweep.js';
import { addDays, dayOf, momentAt } from '../../../data/calendar/day.js';
import type { Day } from '../../../data/calendar/day.js';
import { smsRestKey } from '../../../data/conversations/state-keys.js';
import { lateNoticeKey } from '../../../data/dossiers/lateness/late-notice.js';
import { wrongChecksKey } from '../../../data/dossiers/wrong-checks.js';
import { Erasable } from '../../../data/retention/erasure.js';
import type { Change, Store } from '../../../data/store.js';
import { createStoppedClock, startConversation } from '../../support/conversation.js';
import { answerChange } from '../../support/given-answer.js';
import { createMemoryStore } from '../../support/memory-store.js';
import {
  activityChange,
  auditChange,
  dossierChange,
  feedbackChange,
  listOf,
  questionChange,
  receiptChange,
  stateChange,
  surveyChange,
} from '../storage/records.js';

const NOW = '2026-11-20T02:00:00.000Z';
const TODAY = '2026-11-20';
const clock = { now: () => new Date(NOW) };
const DAY_MS = 86_400_000;

interface Item {
  of: Erasable;
  /** Milliseconds before now. */
  age: number;
  open: boolean;
}

const item: fc.Arbitrary<Item> = fc.record({
  of: fc.constantFrom(...Erasable.options),
  age: fc.integer({ min: 0, max: 60 * DAY_MS }),
  open: fc.boolean(),
});
const days = fc.option(fc.integer({ min: 1, max: 50 }));
const periodsOf = fc.record({
  conversationDays: days,
  receiptDays: fc.integer({ min: 7, max: 50 }),
  questionDays: days,
  answerDays: days,
  feedbackDays: days,
  dossierDays: days,
  surveyDays: days,
  auditDays: days,
  sweepAt: fc.constant('02:30'),
});
const items = fc.array(item, { maxLength: 30 });

describe('A sweep', () => {
  it('takes all that is finished and older than its period, never what is open or younger', async () => {
    await fc.assert(
      fc.asyncProperty(items, periodsOf, async (kept, periods) => {
        const store = await storeOf(kept);
        await sweepNow(store, periods);
        const left = await namesIn(store);
        for (const [index, one] of kept.entries()) {
          const period = periods[`${one.of}Days`];
          const isOld = period !== null && ageOfDay(one) > period;
          expect([one, left.has(nameOf(one, index))]).toEqual([one, !isOld || isOpen(one)]);
        }
      }),
    );
  });

  it('done twice is a sweep done once', async () => {
    await fc.assert(
      fc.asyncProperty(items, periodsOf, async (kept, periods) => {
        const store = await storeOf(kept);
        await sweepNow(store, periods);
        const once = await listOf(store.snapshot());
        const again = await sweepNow(store, periods);
        expect(again.every(({ count }) => count === 0)).toBe(true);
        expect(await listOf(store.snapshot())).toEqual(once);
      }),
    );
  });

  it('that is only tried counts what a real one takes and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(items, periodsOf, async (kept, periods) => {
        const store = await storeOf(kept);
        const before = await listOf(store.snapshot());
        const tried = await sweep({ store, clock }, { periods, on: TODAY, dryRun: true });
        expect(await listOf(store.snapshot())).toEqual(before);
        expect(tried).toEqual(await sweepNow(store, periods));
      }),
    );
  });

  it('takes more the later its day, and refuses a day to come unless it is tried', async () => {
    const store = await storeOf([{ of: 'survey', age: 10 * DAY_MS, open: false }]);
    const periods = RetentionPeriods.parse({ surveyDays: 30 });
    const on = addDays(TODAY, 21);
    const tried = await sweep({ store, clock }, { periods, on, dryRun: true });
    expect(tried.find(({ of }) => of === 'survey')).toEqual({
      of: 'survey',
      days: 30,
      count: 1,
      oldest: '2026-11-10T02:00:00.000Z',
    });
    const real = sweep({ store, clock }, { periods, on, dryRun: false });
    await expect(real).rejects.toMatchObject({ code: 'retention.ahead' });
    expect((await namesIn(store)).size).toBe(1);
  });

  it('leaves what moves on while it runs, and takes the rest of the batch', async () => {
    const store = await storeOf([
      { of: 'feedback', age: 40 * DAY_MS, open: false },
      { of: 'feedback', age: 41 * DAY_MS, open: false },
    ]);
    const first = await store.feedback.find(codeOf(0));
    if (!first) throw new Error('the first is kept');
    const reopened: Store = {
      ...store,
      async commit(changes) {
        await store
          .commit([{ kind: 'feedback', record: { ...first, version: 2, state: 'reopened' } }])
          .catch(() => undefined);
        return store.commit(changes);
      },
    };
    const swept = await sweep(
      { store: reopened, clock },
      { periods: RetentionPeriods.parse({ feedbackDays: 30 }), on: TODAY, dryRun: false },
    );
    expect(swept.find(({ of }) => of === 'feedback')).toMatchObject({ count: 1 });
    expect(await store.feedback.find(codeOf(0))).toMatchObject({ state: 'reopened' });
    expect(await store.feedback.find(codeOf(1))).toBeNull();
  });

  it('takes more than one batch, and stops between two when told to', async () => {
    const kept = Array.from({ length: 250 }, (_, index): Item => ({
      of: 'question',
      age: (100 + index) * DAY_MS,
      open: false,
    }));
    const store = await storeOf(kept);
    const periods = RetentionPeriods.parse({ questionDays: 30 });
    let asked = 0;
    const swept = await sweep(
      { store, clock },
      { periods, on: TODAY, dryRun: false, goesOn: () => ++asked <= 1 },
    );
    expect(swept.find(({ of }) => of === 'question')).toMatchObject({ count: 100 });
    expect((await namesIn(store)).size).toBe(150);
    expect((await sweepNow(store, periods)).find(({ of }) => of === 'question')).toMatchObject({
      count: 150,
    });
  });

  it('takes a conversation’s state with it, under the names the dialogs and the SMS channel give it', async () => {
    const citizen = startConversation({ channel: 'sms', clock });
    await citizen.say('PA đường hỏng trước cổng trường');
    await citizen.store.commit([
      stateChange(smsRestKey('conversation-1'), { text: 'phần sau', locale: 'vi' }),
    ]);
    expect((await listOf(citizen.store.snapshot())).filter(({ kind }) => kind === 'state')).toHaveLength(2);
    await sweepAt(citizen.store, '2027-02-19', {});
    expect((await listOf(citizen.store.snapshot())).map(({ kind }) => kind).sort()).toEqual([
      'erasure',
      'feedback',
    ]);
  });

  it('takes the locks and notices of an erased code with it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), async (isFinished) => {
        const store = await storeOf([{ of: 'dossier', age: 40 * DAY_MS, open: !isFinished }]);
        await store.commit([
          stateChange(wrongChecksKey('dossier', 'dossier-0'), { failures: [NOW] }),
          stateChange(lateNoticeKey('dossier-0'), { code: 'dossier-0' }),
        ]);
        await sweepAt(store, TODAY, { dossierDays: 30 });
        const states = (await listOf(store.snapshot())).filter(({ kind }) => kind === 'state');
        expect(states).toHaveLength(isFinished ? 0 : 2);
      }),
      { numRuns: 4 },
    );
  });

  it('lets a citizen write again who was silent for long, from a number no message had', async () => {
    const moving = createStoppedClock();
    const citizen = startConversation({ channel: 'sms', clock: moving });
    await citizen.say('PA đường hỏng trước cổng trường');
    const last = await citizen.store.activities.lastSequence('conversation-1');
    await sweepAt(citizen.store, '2027-02-19', {});
    moving.moveTo('2027-02-20T02:00:00.000Z');
    expect(await citizen.say('PA đèn đường cháy')).not.toEqual([]);
    const logged = await citizen.store.activities.since('conversation-1', 0);
    expect(logged[0]?.sequence).toBe(last + 1);
    expect(citizen.failures).toEqual([]);
  });
});

const sweepAt = (store: Store, on: Day, periods: z.input<typeof RetentionPeriods>) =>
  sweep(
    { store, clock: { now: () => momentAt(on, '02:30') } },
    { periods: RetentionPeriods.parse(periods), on, dryRun: false },
  );

const sweepNow = (store: Store, periods: RetentionPeriods) =>
  sweep({ store, clock }, { periods, on: TODAY, dryRun: false });

const ageOfDay = ({ age }: Item): number =>
  (Date.parse(TODAY) - Date.parse(dayOf(new Date(Date.parse(NOW) - age)))) / DAY_MS;

const isOpen = ({ of, open }: Item): boolean => open && ['feedback', 'dossier', 'receipt'].includes(of);

const codeOf = (index: number): string => `PA-4P99-${String(index).padStart(4, '0')}`;

const nameOf = ({ of }: Item, index: number): string =>
  of === 'feedback' ? codeOf(index) : `${of}-${String(index)}`;

/** The last change of each is its age ago; what can be was received long before. */
const storeOf = async (kept: readonly Item[]): Promise<Store> => {
  const store = createMemoryStore();
  for (const [index, one] of kept.entries()) await store.commit(CHANGES[one.of](one, index));
  return store;
};

const LONG_BEFORE = { receivedAt: '2026-01-05T03:00:00.000Z' };

const CHANGES: Record<Erasable, (item: Item, index: number) => Change[]> = {
  feedback: ({ age, open }, index) => {
    const state = open ? 'answered' : 'closed';
    const history = [{ at: ago(age), by: 'office' as const, state, text: null } as const];
    return [feedbackChange({ ...LONG_BEFORE, code: codeOf(index), state, history })];
  },
  dossier: ({ age, open }, index) => {
    const status = open ? 'supplementRequested' : 'returned';
    return [dossierChange({ ...LONG_BEFORE, code: `dossier-${String(index)}`, status, asOf: ago(age) })];
  },
  survey: ({ age }, index) => [surveyChange({ id: `survey-${String(index)}`, receivedAt: ago(age) })],
  conversation: ({ age }, index) => [
    activityChange(`conversation-${String(index)}`, 1, { at: LONG_BEFORE.receivedAt }),
    activityChange(`conversation-${String(index)}`, 2, { at: ago(age) }),
  ],
  receipt: ({ age, open }, index) => [
    receiptChange({ id: `receipt-${String(index)}`, status: open ? 'taken' : 'done', at: ago(age) }),
  ],
  question: ({ age }, index) => [questionChange({ id: `question-${String(index)}`, at: ago(age) })],
  answer: ({ age }, index) => [answerChange({ code: `answer-${String(index)}`, at: ago(age) })],
  audit: ({ age }, index) => [auditChange({ id: `audit-${String(index)}`, at: ago(age) })],
};

const ago = (age: number): string => new Date(Date.parse(NOW) - age).toISOString();

const namesIn = async (store: Store): Promise<Set<string>> => {
  const names = new Set<string>();
  for await (const change of store.snapshot()) {
    if (change.kind === 'state' || change.kind === 'erasure') continue;
    const { record } = change;
    if ('conversationId' in record) names.add(record.conversationId);
    else if ('id' in record) names.add(record.id);
    else if ('code' in record && record.code !== null) names.add(record.code);
  }
  return names;
};
