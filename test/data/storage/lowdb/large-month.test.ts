import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../../support/seeded.js';
import { activityChange, listOf, stateChange, surveyChange } from '../records.js';
import type { StoreUnderTest } from '../store-contract.js';
import { openEmbedded } from './open-embedded.js';

const COUNT = 5_000;
const NOVEMBER = Date.parse('2026-11-01T00:00:00.000Z');
const MINUTE = 60_000;

/** Number n was received n × 8 minutes into the month, so 180 a day. */
const receivedAt = (number: number): string => new Date(NOVEMBER + number * 8 * MINUTE).toISOString();
const idOf = (number: number): string => `s${String(number).padStart(4, '0')}`;

describe('A month of many records in the archive', () => {
  let opened: StoreUnderTest & { archive(): Promise<void> };
  const store = () => opened.store();

  beforeAll(async () => {
    opened = await openEmbedded({})({ now: () => new Date('2026-11-30T03:00:00.000Z') });
    const below = seeded(7);
    const numbers = Array.from({ length: COUNT }, (_, number) => number);
    const [first, late] = [
      numbers.filter((number) => number % 10 > 0),
      numbers.filter((number) => number % 10 === 0),
    ];
    for (const some of [first, late]) {
      const shuffled = some.toSorted(() => below(3) - 1);
      await store().commit(shuffled.map((n) => surveyChange({ id: idOf(n), receivedAt: receivedAt(n) })));
      await opened.archive();
    }
    await store().commit(
      Array.from({ length: COUNT }, (_, number) =>
        activityChange(`c${String(number % 700)}`, Math.floor(number / 700) + 1),
      ),
    );
    await opened.archive();
  });
  afterAll(() => opened.remove());

  it('is streamed in the order of time, with what came late in its place', async () => {
    const ids = (await listOf(store().surveys.stream({ from: '2026-11-01', to: '2026-11-30' }))).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(Array.from({ length: COUNT }, (_, number) => idOf(number)));
  });

  it.each(['2026-11-01', '2026-11-02', '2026-11-14', '2026-11-28', '2026-11-29'])(
    'gives just the day %s',
    async (day) => {
      const ids = (await listOf(store().surveys.stream({ from: day, to: day }))).map(({ id }) => id);
      const start = Date.parse(`${day}T00:00:00+07:00`);
      const numbers = Array.from({ length: COUNT }, (_, number) => number);
      const expected = numbers.filter((number) => {
        const at = Date.parse(receivedAt(number));
        return start <= at && at < start + 1_440 * MINUTE;
      });
      expect(ids).toEqual(expected.map(idOf));
      expect(ids.length).toBeGreaterThan(10);
    },
  );

  it('finds each record by its key and nothing by another', async () => {
    for (let number = 0; number < COUNT; number += 1) {
      const found = await store().surveys.find(idOf(number));
      expect(found?.receivedAt).toBe(receivedAt(number));
    }
    for (let number = 0; number < 500; number += 1)
      expect(await store().surveys.find(`x${String(number)}`)).toBeNull();
  });

  it('finds each conversation whole', async () => {
    for (let number = 0; number < 700; number += 1) {
      const sequences = (await store().activities.since(`c${String(number)}`, 0)).map(
        ({ sequence }) => sequence,
      );
      const last = Math.floor((COUNT - 1 - number) / 700) + 1;
      expect(sequences).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    }
  });

  it('keeps a commit of many megabytes whole through a restart', async () => {
    const state = { text: 'x'.repeat(1_000_000) };
    await store().commit(Array.from({ length: 8 }, (_, part) => stateChange(`k${String(part)}`, state)));
    await store().commit([stateChange('last', { n: 1 })]);
    await opened.restart();
    expect(await store().state.read(['k0', 'k7', 'last'])).toEqual({ k0: state, k7: state, last: { n: 1 } });
  });

  it('takes new versions of records anywhere in it', async () => {
    const changed = [0, 1, 777, 2_500, COUNT - 1];
    await store().commit(
      changed.map((number) => surveyChange({ id: idOf(number), receivedAt: receivedAt(number), version: 2 })),
    );
    await opened.archive();
    const streamed = await listOf(store().surveys.stream({ from: '2026-11-01', to: '2026-11-30' }));
    expect(streamed.map(({ id }) => id)).toEqual(Array.from({ length: COUNT }, (_, number) => idOf(number)));
    expect(streamed.flatMap(({ version }, number) => (version === 2 ? [number] : []))).toEqual(changed);
  });
});
