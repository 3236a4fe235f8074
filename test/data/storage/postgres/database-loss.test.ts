import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectPostgres } from '../../../../data/storage/postgres/connect.js';
import type { Store } from '../../../../data/store.js';
import { ownServer } from '../../../support/postgres-server.js';
import type { PostgresServer } from '../../../support/postgres-server.js';
import { activityChange, feedbackChange, listOf, stateChange, surveyChange } from '../records.js';
import { startDeafProxy } from './deaf-proxy.js';
import { openStore } from './open-store.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
const UNAVAILABLE = { name: 'DomainError', code: 'store.unavailable' };

describe('A store whose database goes away', () => {
  let server: PostgresServer;
  let url: string;
  let store: Store;
  beforeAll(async () => {
    server = await ownServer();
  });
  afterAll(() => server.remove());
  beforeEach(async () => {
    url = await server.createDatabase();
    store = await openStore(url);
  });
  afterEach(() => store.close());

  const asOperator = async (statement: string): Promise<void> => {
    const sql = postgres(`${url}?default_transaction_read_only=off`, { max: 1 });
    await sql.unsafe(statement);
    await sql.end();
  };
  const endOtherSessions = () =>
    asOperator(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
    );

  it('refuses everything while it is stopped, and serves again without being opened anew', async () => {
    await store.commit([feedbackChange()]);
    await server.stop();
    await expect(store.commit([surveyChange()])).rejects.toMatchObject(UNAVAILABLE);
    await expect(store.feedback.find('PA-4P99-999V')).rejects.toMatchObject(UNAVAILABLE);
    await expect(store.state.read(['k'])).rejects.toMatchObject(UNAVAILABLE);
    await expect(store.activities.lastSequence('c1')).rejects.toMatchObject(UNAVAILABLE);
    await expect(listOf(store.surveys.stream(EVER))).rejects.toMatchObject(UNAVAILABLE);
    expect(await store.health()).toEqual({
      ready: false,
      reason: 'The database does not serve us (ECONNREFUSED).',
    });
    await server.start();
    expect(await store.health()).toEqual({ ready: true });
    await store.commit([surveyChange()]);
    expect(await store.feedback.find('PA-4P99-999V')).not.toBeNull();
    expect(await listOf(store.surveys.stream(EVER))).toHaveLength(1);
  });

  it('has each commit that was under way whole or not at all, and each that was acknowledged', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `c${String(index)}`);
    const commits = ids.map((id) =>
      store.commit([activityChange(id, 1), stateChange(id, { id }), surveyChange({ id })]),
    );
    const settled = Promise.allSettled(commits);
    await commits[20];
    await server.stop();
    const outcomes = await settled;
    await server.start();
    const states = await store.state.read(ids);
    for (const [index, outcome] of outcomes.entries()) {
      const id = `c${String(index)}`;
      const kept = [
        (await store.activities.lastSequence(id)) === 1,
        id in states,
        (await store.surveys.find(id)) !== null,
      ];
      expect(new Set(kept).size).toBe(1);
      if (outcome.status === 'fulfilled') expect(kept[0]).toBe(true);
      else expect(outcome.reason).toMatchObject(UNAVAILABLE);
    }
  });

  it('does not take a list that was cut short for a whole one', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => surveyChange({ id: `s${String(index)}` }));
    await store.commit(many);
    const surveys = store.surveys.stream(EVER);
    const read = async () => {
      for await (const { id } of surveys) if (id === 's1000') await endOtherSessions();
    };
    await expect(read()).rejects.toMatchObject(UNAVAILABLE);
    expect(await listOf(store.surveys.stream(EVER))).toHaveLength(many.length);
  });

  it('refuses what a read-only server does not take, and writes again when it is another’s turn', async () => {
    await store.commit([surveyChange()]);
    const name = new URL(url).pathname.slice(1);
    await asOperator(`alter database ${name} set default_transaction_read_only = on`);
    await endOtherSessions();
    // The first finds its connection ended; the second reaches a server that only reads.
    await store.commit([surveyChange({ id: 'other' })]).catch(() => undefined);
    await expect(store.commit([surveyChange({ id: 'other' })])).rejects.toMatchObject(UNAVAILABLE);
    expect(await store.health()).toEqual({
      ready: false,
      reason: 'The database does not serve us (25006).',
    });
    expect(await store.surveys.find('survey-1')).not.toBeNull();
    await asOperator(`alter database ${name} reset default_transaction_read_only`);
    await store.commit([surveyChange({ id: 'other' })]).catch(() => undefined);
    expect(await store.health()).toEqual({ ready: true });
  });

  it('refuses what a dead network swallows, and serves again when it is back', async () => {
    const proxy = await startDeafProxy(url);
    const behind = await openStore(proxy.url);
    await behind.commit([surveyChange()]);
    proxy.setDeaf(true);
    const refused = [behind.commit([surveyChange({ id: 'other' })]), behind.surveys.find('survey-1')];
    for (const outcome of await Promise.allSettled([...refused, listOf(behind.surveys.stream(EVER))]))
      expect(outcome).toMatchObject({ status: 'rejected', reason: UNAVAILABLE });
    proxy.setDeaf(false);
    expect(await behind.surveys.find('survey-1')).not.toBeNull();
    await behind.close();
    proxy.close();
  });

  it('turns away who waits too long for a connection', async () => {
    const database = connectPostgres({ url, connections: 1 });
    await database.run((sql) => sql`select 1`);
    const slow = database.run((sql) => sql`select pg_sleep(2)`);
    await expect(database.run((sql) => sql`select 1`)).rejects.toMatchObject({
      ...UNAVAILABLE,
      message: 'The database is too busy: no connection came free.',
    });
    await slow;
    expect(await database.run((sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('never names what it was asked to write, nor who it is to the database', async () => {
    const database = connectPostgres({ url: url.replace('password', 'khongdung') });
    const secret = { text: 'Nguyễn Văn A' };
    const errors = await Promise.all([
      database.run((sql) => sql`select ${secret.text}::text`).catch((error: unknown) => error),
      connectPostgres({ url })
        .run((sql) => sql`select ${secret.text}::text::json`)
        .catch((error: unknown) => error),
    ]);
    expect(errors.map((error) => (error instanceof Error ? error.message : ''))).toEqual([
      'The database does not serve us (28P01).',
      'PostgreSQL refused a statement of ours (22P02).',
    ]);
    for (const error of errors) {
      expect(Object.getOwnPropertyNames(error).sort()).not.toContain('cause');
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/Nguyễn|khongdung/);
    }
    await database.close();
  });
});
