import { afterEach, describe, expect, it } from 'vitest';
import { sign } from '../../../bot/channels/hotline/signature.js';
import { ErrorBody } from '../../support/direct-line-caller.js';
import { startServer } from '../../support/test-server.js';
import type { TestServer } from '../../support/test-server.js';

const secret = 'sixteen-or-more-characters';
const withSecret = { environment: { DOSSIER_PUSH_SECRET: secret } };
const CODE = '000.00.12.H56-261105-0001';
const DOSSIER = {
  code: CODE,
  procedureCode: '1.014199',
  procedureName: 'Cấp giấy phép lao động',
  status: 4,
  receivedAt: '2025-11-05T09:30:00+07:00',
  dueDate: '2025-11-19',
  unit: 'Phòng Việc làm',
  phone: '0912345678',
};

describe('PUT /api/dossiers/{code}', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const put = (
    changes: object = {},
    { code = CODE, headers = {} }: { code?: string; headers?: Record<string, string> } = {},
  ): Promise<Response> => {
    const body = JSON.stringify({ ...DOSSIER, ...changes });
    const timestamp = String(Math.floor(server.clock.now().getTime() / 1000));
    return fetch(`${server.url}/api/dossiers/${encodeURIComponent(code)}`, {
      method: 'PUT',
      body,
      headers: {
        'Content-Type': 'application/json',
        'X-Motcua-Timestamp': timestamp,
        'X-Motcua-Signature': sign(secret, timestamp, Buffer.from(body)),
        ...headers,
      },
    });
  };
  const errorOf = async (response: Response) => {
    const { code, message } = ErrorBody.parse(await response.json()).error;
    return [response.status, code, message];
  };

  it('keeps a dossier, with no more of the phone than its end', async () => {
    server = await startServer(withSecret);
    const response = await put();
    expect([response.status, await response.json()]).toEqual([
      201,
      { code: CODE, outcome: 'new', version: 1 },
    ]);
    const kept = await server.store.dossiers.find(CODE);
    expect(kept).toMatchObject({
      status: 'processing',
      receivedAt: '2025-11-05T02:30:00.000Z',
      dueDate: '2025-11-19',
      phoneLast4: '5678',
      identityLast4: null,
      source: 'Phần mềm Một cửa',
    });
    expect(JSON.stringify(kept)).not.toContain('0912345678');
    expect(server.lines.join('')).not.toContain('0912345678');
  });

  it('changes nothing when it is sent again, and continues the version when something is new', async () => {
    server = await startServer(withSecret);
    await put();
    expect(await (await put()).json()).toEqual({ code: CODE, outcome: 'unchanged', version: 1 });
    expect(await (await put({ status: 'finished' })).json()).toMatchObject({
      outcome: 'changed',
      version: 2,
    });
    const actions: string[] = [];
    for await (const { action, actor } of server.store.audit.stream({ from: '2000-01-01', to: '2100-01-01' }))
      actions.push(`${actor} ${action}`);
    expect(actions).toEqual(['push dossiers.push', 'push dossiers.push']);
  });

  it('does not let a message that was held up undo a newer one', async () => {
    server = await startServer(withSecret);
    const now = server.clock.now().getTime();
    await put({ status: 'finished', asOf: new Date(now).toISOString() });
    const held = await put({ status: 'processing', asOf: new Date(now - 60_000).toISOString() });
    expect(await held.json()).toMatchObject({ outcome: 'older', version: 1 });
    expect((await server.store.dossiers.find(CODE))?.status).toBe('finished');
  });

  it('forgives how the code is written', async () => {
    server = await startServer(withSecret);
    expect((await put({}, { code: CODE.toLowerCase() })).status).toBe(201);
  });

  it('is not there without a secret', async () => {
    server = await startServer();
    expect((await put()).status).toBe(404);
  });

  it('refuses what the other system did not sign just now', async () => {
    server = await startServer(withSecret);
    const wrong = await errorOf(await put({}, { headers: { 'X-Motcua-Signature': 'sha256=00' } }));
    expect(wrong.slice(0, 2)).toEqual([401, 'signatureRefused']);
    const moved = await errorOf(await put({}, { headers: { 'X-Motcua-Timestamp': '1' } }));
    expect(moved.slice(0, 2)).toEqual([401, 'signatureRefused']);
    expect(await server.store.dossiers.find(CODE)).toBeNull();
  });

  it.each([
    [{ status: 11 }, 'status'],
    [{ status: 'lost' }, 'status'],
    [{ procedureName: '' }, 'procedureName'],
    [{ receivedAt: '2025-11-05' }, 'receivedAt'],
    [{ receivedAt: '2999-01-01T00:00:00Z' }, 'receivedAt'],
    [{ dueDate: '2025-11-01' }, 'dueDate'],
    [{ dueDate: '31/11/2025' }, 'dueDate'],
    [{ phone: '12' }, 'phone'],
    [{ code: '000.00.12.H56-261105-0002' }, 'code'],
    [{ code: 'abc' }, 'code'],
  ])('names the field that is wrong in %j', async (changes, field) => {
    server = await startServer(withSecret);
    const [status, code, message] = await errorOf(await put(changes));
    expect([status, code]).toEqual([400, 'badField']);
    expect(message).toContain(field);
    expect(await server.store.dossiers.find(CODE)).toBeNull();
  });

  it('refuses another type and what is no JSON', async () => {
    server = await startServer(withSecret);
    expect((await put({}, { headers: { 'Content-Type': 'text/plain' } })).status).toBe(415);
    const timestamp = String(Math.floor(server.clock.now().getTime() / 1000));
    const response = await fetch(`${server.url}/api/dossiers/${CODE}`, {
      method: 'PUT',
      body: '{',
      headers: {
        'Content-Type': 'application/json',
        'X-Motcua-Timestamp': timestamp,
        'X-Motcua-Signature': sign(secret, timestamp, Buffer.from('{')),
      },
    });
    expect(await errorOf(response)).toMatchObject([400, 'badJson', expect.any(String)]);
  });
});
