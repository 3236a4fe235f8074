import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../../../../../data/domain-error.js';
import type { Database } from '../../../../../data/storage/postgres/connect.js';
import { createLeasedTurnLock } from '../../../../../data/storage/postgres/instances/leased-turn-lock.js';
import { createDatabaseWakeUp } from '../../../../../data/storage/postgres/instances/database-wake-up.js';
import { startOfficeDatabase } from '../../../../support/office-database.js';
import type { OfficeDatabase } from '../../../../support/office-database.js';

describe('turns over all instances', () => {
  let postgres: OfficeDatabase;
  let closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    postgres = await startOfficeDatabase();
  });
  afterEach(async () => {
    for (const close of closing) await close();
    closing = [];
  });
  afterAll(() => postgres.remove());

  const instance = ({ connections = 10, leaseMs = 8_000, office = 'so-mau' } = {}) => {
    const database = postgres.connect(connections);
    const wakeUp = createDatabaseWakeUp({ database, url: postgres.url, office });
    const lock = createLeasedTurnLock({ database, office, wakeUp, leaseMs });
    closing.push(async () => {
      await lock.idle();
      lock.close();
      await wakeUp.close();
    });
    return { lock, database };
  };
  /** Turns that note when two of them run at once, and read the database while they run. */
  const counted = () => {
    const state = { running: 0, most: 0, done: 0 };
    const work = (database: ReturnType<OfficeDatabase['connect']>) => async (): Promise<void> => {
      state.running += 1;
      state.most = Math.max(state.most, state.running);
      await database.run((sql) => sql`select pg_sleep(0.01)`);
      state.running -= 1;
      state.done += 1;
    };
    return { state, work };
  };

  it.each([10, 2])('finish on %i connections, however many run and wait at once', async (connections) => {
    const instances = [instance({ connections }), instance({ connections })];
    const { state, work } = counted();
    const turns = instances.flatMap(({ lock, database }) =>
      Array.from({ length: 40 }, (_, index) =>
        lock.run(`conversation-${String(index % 20)}`, work(database)),
      ),
    );
    await Promise.all(turns);
    expect(state.done).toBe(80);
  });

  it('are one at a time for each conversation', async () => {
    const instances = [instance(), instance(), instance()];
    const { state, work } = counted();
    await Promise.all(
      instances.flatMap(({ lock, database }) => [1, 2, 3, 4].map(() => lock.run('one', work(database)))),
    );
    expect(state).toEqual({ running: 0, most: 1, done: 12 });
  });

  it('of different offices and conversations run beside each other', async () => {
    const [here, there] = [instance(), instance({ office: 'so-khac' })];
    let go: () => void = () => undefined;
    const held = here.lock.run('one', () => new Promise<void>((resolve) => (go = resolve)));
    await there.lock.run('one', () => Promise.resolve());
    await here.lock.run('two', () => Promise.resolve());
    await expect(Promise.race([held.then(() => 'over'), sleep(1, 'held')])).resolves.toBe('held');
    go();
    await held;
  });

  it('give what the work gives and fail as the work fails, and the next one runs', async () => {
    const { lock } = instance();
    await expect(lock.run('one', () => Promise.resolve(42))).resolves.toBe(42);
    await expect(lock.run('one', () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
    await expect(lock.run('one', () => Promise.resolve('next'))).resolves.toBe('next');
  });

  it('are taken over from an instance that was killed, when its lease has run out', async () => {
    const [killed, other] = [instance({ leaseMs: 300 }), instance({ leaseMs: 300 })];
    let started: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (started = resolve));
    let end: () => void = () => undefined;
    void killed.lock.run('one', () => {
      started();
      return new Promise<void>((resolve) => (end = resolve));
    });
    await begun;
    // Renews nothing any more, as if the process were gone.
    killed.lock.close();
    await expect(other.lock.run('one', () => Promise.resolve('taken over'))).resolves.toBe('taken over');
    end();
  });

  it('keep their lease while the work takes longer than it lasts', async () => {
    const [slow, other] = [instance({ leaseMs: 1_000 }), instance({ leaseMs: 1_000 })];
    const order: string[] = [];
    let started: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (started = resolve));
    const first = slow.lock.run('one', async () => {
      started();
      await sleep(2_500);
      order.push('slow');
    });
    await begun;
    await other.lock.run('one', () => Promise.resolve(order.push('other')));
    await first;
    expect(order).toEqual(['slow', 'other']);
  });

  it('leave no rows behind', async () => {
    const { lock, database } = instance();
    await lock.run('one', () => Promise.resolve());
    await lock.idle();
    expect(await database.run((sql) => sql`select key from turn_lease`)).toEqual([]);
  });

  it('are refused together when they wait behind one that could not be had', async () => {
    let asked = 0;
    const database: Database = {
      ...postgres.connect(),
      run: () => {
        asked += 1;
        return Promise.reject(new DomainError('store.unavailable', 'gone'));
      },
    };
    const wakeUp = createDatabaseWakeUp({ database, url: postgres.url, office: 'so-mau' });
    const lock = createLeasedTurnLock({ database, office: 'so-mau', wakeUp });
    closing.push(() => {
      lock.close();
      return wakeUp.close();
    });
    const turns = await Promise.allSettled([1, 2, 3].map(() => lock.run('one', () => Promise.resolve())));
    expect(turns.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    // One try to take the turn, one to give it back.
    expect(asked).toBe(2);
  });

  it('are refused as unavailable when the database cannot be reached', async () => {
    const { lock, database } = instance();
    await database.close();
    await expect(lock.run('one', () => Promise.resolve())).rejects.toMatchObject({
      code: 'store.unavailable',
    });
  });
});
