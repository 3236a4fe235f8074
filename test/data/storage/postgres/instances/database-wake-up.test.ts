import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDatabaseWakeUp } from '../../../../../data/storage/postgres/instances/database-wake-up.js';
import type { Database } from '../../../../../data/storage/postgres/connect.js';
import { startOfficeDatabase } from '../../../../support/office-database.js';
import type { OfficeDatabase } from '../../../../support/office-database.js';

/** A beat that does not come in the course of a test: what is heard then came by NOTIFY. */
const NEVER = 3_600_000;

const eventually = (check: () => void | Promise<void>): Promise<void> => vi.waitFor(check, 15_000);

describe('waking listeners on all instances', () => {
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
  const instance = (beatMs = NEVER, office = 'so-mau') => {
    const wakeUp = createDatabaseWakeUp({ database: postgres.connect(), url: postgres.url, office, beatMs });
    closing.push(wakeUp.close);
    return wakeUp;
  };
  const listening = (): Promise<number> =>
    postgres
      .connect()
      .run(
        (sql) =>
          sql`select pid from pg_stat_activity where query ilike 'listen %' and datname = current_database()`,
      )
      .then((rows) => rows.length);
  const listeners = (count: number): Promise<void> =>
    eventually(async () => {
      expect(await listening()).toBe(count);
    });
  const endListening = (): Promise<readonly unknown[]> =>
    postgres.connect().run(
      (sql) =>
        sql`select pg_terminate_backend(pid) from pg_stat_activity
              where query ilike 'listen %' and datname = current_database()`,
    );

  it('reaches those of another instance, of that conversation only', async () => {
    const [here, there] = [instance(), instance()];
    const woken: string[] = [];
    there.subscribe('one', () => woken.push('one'));
    there.subscribe('two', () => woken.push('two'));
    await listeners(1);
    here.publish('one');
    await eventually(() => {
      expect(woken).toEqual(['one']);
    });
  });

  it('wakes its own at once and does not wake them again', async () => {
    const own = instance();
    const other = instance();
    let woken = 0;
    let heard = 0;
    own.subscribe('one', () => (woken += 1));
    other.subscribe('one', () => (heard += 1));
    await listeners(2);
    own.publish('one');
    expect(woken).toBe(1);
    await eventually(() => {
      expect(heard).toBe(1);
    });
    expect(woken).toBe(1);
  });

  it('keeps offices apart', async () => {
    const [here, there, other] = [instance(), instance(), instance(NEVER, 'so-khac')];
    const woken: string[] = [];
    there.subscribe('one', () => woken.push('here'));
    other.subscribe('one', () => woken.push('elsewhere'));
    await listeners(2);
    here.publish('one');
    await eventually(() => {
      expect(woken).toEqual(['here']);
    });
    await sleep(50);
    expect(woken).toEqual(['here']);
  });

  it('tells more at once than fits into one notification', async () => {
    const [here, there] = [instance(), instance()];
    const ids = Array.from({ length: 500 }, (_, index) => `conversation-${'x'.repeat(40)}-${String(index)}`);
    const woken = new Set<string>();
    for (const id of ids) there.subscribe(id, () => woken.add(id));
    await listeners(1);
    for (const id of ids) here.publish(id);
    await eventually(() => {
      expect(woken.size).toBe(500);
    });
  });

  it('goes on when the listening connection was lost, and wakes everybody who may have missed something', async () => {
    const there = instance(100);
    let woken = 0;
    there.subscribe('one', () => (woken += 1));
    await listeners(1);
    await endListening();
    // Nobody publishes anything.
    await eventually(() => {
      expect(woken).toBeGreaterThan(0);
    });
    await listeners(1);
    const before = woken;
    instance().publish('one');
    await eventually(() => {
      expect(woken).toBeGreaterThan(before);
    });
  });

  it('wakes everybody at each beat where the database knows no NOTIFY', async () => {
    const database: Database = {
      ...postgres.connect(),
      run: () => Promise.reject(new Error('PostgreSQL refused a statement of ours (0A000).')),
    };
    const wakeUp = createDatabaseWakeUp({ database, url: postgres.url, office: 'so-mau', beatMs: 10 });
    closing.push(wakeUp.close);
    let woken = 0;
    wakeUp.subscribe('one', () => (woken += 1));
    wakeUp.publish('two');
    await eventually(() => {
      expect(woken).toBeGreaterThan(2);
    });
  });

  it('wakes listeners from time to time though nothing was told', async () => {
    let woken = 0;
    instance(10).subscribe('one', () => (woken += 1));
    await eventually(() => {
      expect(woken).toBeGreaterThan(2);
    });
  });

  it('tells before it closes what it was asked to tell', async () => {
    const there = instance();
    const woken: string[] = [];
    for (const id of ['one', 'two']) there.subscribe(id, () => woken.push(id));
    await listeners(1);
    const command = instance();
    command.publish('one');
    command.publish('two');
    await command.close();
    await eventually(() => {
      expect(woken).toEqual(['one', 'two']);
    });
  });
});
