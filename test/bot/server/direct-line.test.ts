import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../support/memory-store.js';
import { saying } from '../../support/echo-bot.js';
import { directLine, ErrorBody, message } from '../../support/direct-line-caller.js';
import { startServer } from '../../support/test-server.js';
import type { TestServer } from '../../support/test-server.js';

describe('Direct Line', () => {
  let server: TestServer;
  const start = async (setting: Parameters<typeof startServer>[0] = {}) => {
    server = await startServer(setting);
    return directLine(server.domain);
  };
  afterEach(() => server.close());

  const errorOf = async (response: Response) => ErrorBody.parse(await response.json()).error;

  it('opens a conversation, greets once, takes a message and shows both sides of the talk', async () => {
    const line = await start();
    const { token } = await line.generate();
    const first = await line.call('POST', 'conversations', { token });
    const second = await line.call('POST', 'conversations', { token });
    expect([first.status, second.status]).toEqual([201, 200]);
    const opened = await line.open();
    const posted = await line.post(opened, message('Xin chào'));
    expect(posted.status).toBe(200);
    const { activities, watermark } = await line.poll(opened);
    expect(activities.map(({ text }) => text)).toEqual(['Chào anh/chị!', 'Xin chào', 'Xin chào']);
    expect(activities[1]).toMatchObject((await posted.json()) as object);
    expect(activities[1]).toMatchObject({
      channelId: 'directline',
      conversation: { id: opened.conversationId },
      from: { id: expect.stringMatching(/^dl_/) as string, role: 'user' },
    });
    expect(watermark).toBe('3');
    expect((await line.poll(opened, '2')).activities).toHaveLength(1);
    expect(await line.poll(opened, '3')).toEqual({ activities: [], watermark: '3' });
  });

  it('handles a message that is sent again once, and answers it with the same id', async () => {
    const line = await start();
    const opened = await line.open();
    const answers = [];
    for (let sent = 0; sent < 3; sent += 1)
      answers.push(await (await line.post(opened, message('một lần', 'mark-1'))).json());
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { activities } = await line.poll(opened);
    expect(activities.filter(({ text }) => text === 'một lần')).toHaveLength(2);
    expect(activities[1]?.channelData).toEqual({ clientActivityID: 'mark-1' });
  });

  it('keeps the marks of two conversations apart', async () => {
    const line = await start();
    const [one, other] = [await line.open(), await line.open()];
    await line.post(one, message('của tôi', 'mark'));
    await line.post(other, message('cũng của tôi', 'mark'));
    expect((await line.poll(other)).activities.map(({ text }) => text)).toContain('cũng của tôi');
  });

  it('takes events, typing and the like without giving them to the bot', async () => {
    const line = await start();
    const opened = await line.open();
    for (const type of ['event', 'typing', 'conversationUpdate', 'endOfConversation']) {
      const answer = await line.post(opened, { type, name: 'webchat/join' });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ id: expect.any(String) as string });
    }
    expect((await line.poll(opened)).activities).toHaveLength(1);
  });

  it('reads a tapped value as text, and an empty message as one', async () => {
    const line = await start();
    const opened = await line.open();
    await line.post(opened, { type: 'message', value: 'Tra cứu hồ sơ' });
    await line.post(opened, { type: 'message' });
    const { activities } = await line.poll(opened);
    expect(activities.map(({ text }) => text)).toEqual([
      'Chào anh/chị!',
      'Tra cứu hồ sơ',
      'Tra cứu hồ sơ',
      '',
      '',
    ]);
  });

  it('refuses a missing token with 401 and an unknown, foreign or expired one with 403', async () => {
    const line = await start();
    const [mine, foreign] = [await line.open(), await line.open()];
    const path = `conversations/${mine.conversationId}`;
    const missing = await line.call('POST', 'conversations');
    expect([missing.status, (await errorOf(missing)).code]).toEqual([401, 'tokenMissing']);
    for (const token of ['nonsense', 'a.b.c', foreign.token])
      for (const [method, to] of [
        ['GET', path],
        ['GET', `${path}/activities`],
        ['POST', `${path}/activities`],
      ] as const) {
        const body = method === 'POST' ? message('không phải của tôi') : undefined;
        const refused = await line.call(method, to, { token, ...(body ? { body } : {}) });
        expect([method, to, refused.status]).toEqual([method, to, 403]);
        expect((await errorOf(refused)).message).toMatch(/tải lại trang/);
      }
    server.clock.advance(31 * 60_000);
    for (const to of ['conversations', 'tokens/refresh'])
      expect((await line.call('POST', to, { token: mine.token })).status).toBe(403);
    expect((await line.call('GET', `${path}/activities`, { token: mine.token })).status).toBe(403);
  });

  it('gives a token a successor that lives half an hour from then', async () => {
    const line = await start();
    const opened = await line.open();
    server.clock.advance(29 * 60_000);
    const answer = await line.call('POST', 'tokens/refresh', { token: opened.token });
    const fresh = (await answer.json()) as typeof opened;
    expect(fresh).toMatchObject({ conversationId: opened.conversationId, expires_in: 1800 });
    server.clock.advance(29 * 60_000);
    expect((await line.poll({ ...opened, token: fresh.token })).activities).toHaveLength(1);
  });

  it('says what is wrong with a body in the language of the message, then of the browser', async () => {
    const line = await start();
    const opened = await line.open();
    const path = `conversations/${opened.conversationId}/activities`;
    const wrong = await line.post(opened, { type: 'dance', locale: 'en-GB' });
    expect(wrong.status).toBe(400);
    expect(await errorOf(wrong)).toEqual({ code: 'badField', message: 'The request is not right at: type.' });
    const { token } = opened;
    const english = { 'Accept-Language': 'en-US,en;q=0.9,vi;q=0.1' };
    const notJson = await line.call('POST', path, { token, body: '{"type":', headers: english });
    expect(await errorOf(notJson)).toEqual({
      code: 'badJson',
      message: 'The request body is not valid JSON.',
    });
    const plain = await line.call('POST', path, {
      token,
      body: 'xin chào',
      headers: { 'Content-Type': 'text/plain' },
    });
    expect(plain.status).toBe(415);
    expect((await errorOf(plain)).message).toBe('Địa chỉ này chỉ nhận nội dung kiểu application/json.');
    const watermark = await line.call('GET', `${path}?watermark=abc`, { token });
    expect([watermark.status, (await errorOf(watermark)).message]).toEqual([
      400,
      'Yêu cầu chưa đúng ở mục: watermark.',
    ]);
  });

  it('refuses more than 64 KB with 413 and goes on', async () => {
    const line = await start();
    const opened = await line.open();
    const refused = await line.post(opened, message('a'.repeat(100_000)));
    expect(refused.status).toBe(413);
    expect((await errorOf(refused)).message).toContain('64 KB');
    expect((await line.post(opened, message('a'.repeat(60_000)))).status).toBe(200);
  });

  it('answers 503 in the citizen’s words when the turn could not be recorded', async () => {
    const store = createMemoryStore();
    const line = await start({ store });
    const opened = await line.open();
    await store.close();
    const refused = await line.post(opened, message('có ghi được không'));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await errorOf(refused)).toEqual({
      code: 'notRecorded',
      message: 'Chưa ghi được, anh/chị gửi lại sau.',
    });
  });

  it('answers a bug with an incident number, an apology and the hotline, and logs it under that number', async () => {
    const hotline = { number: '1900 1234', hours: '7:30–17:00' };
    const line = await start({
      office: { hotline: { ...hotline, hoursEn: null } },
      answer: ({ type }) => {
        if (type === 'join') return [saying('chào')];
        throw new RangeError('0912345678 is out of range');
      },
    });
    const opened = await line.open();
    const broken = await line.post(opened, message('hỏng'));
    expect(broken.status).toBe(500);
    const { message: text } = await errorOf(broken);
    const [, incident = 'none'] = /mã sự cố ([0-9a-f]{8})/.exec(text) ?? [];
    expect(text).toContain('1900 1234');
    expect(text).not.toMatch(/RangeError|out of range|\.ts/);
    const logged = server.lines.filter((entry) => entry.includes(incident));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('"name":"RangeError"');
  });

  it('stays up under a thousand messages in a row and says clearly when it is too fast', async () => {
    const line = await start();
    const opened = await line.open();
    const tally = new Map<number, number>();
    for (let sent = 0; sent < 1000; sent += 100) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) => line.post(opened, message(`tin ${String(sent + index)}`))),
      );
      for (const answer of answers) {
        tally.set(answer.status, (tally.get(answer.status) ?? 0) + 1);
        if (answer.status !== 429) continue;
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        expect((await errorOf(answer)).message).toMatch(/thử lại sau \d+ giây/);
      }
    }
    expect([...tally.keys()].sort()).toEqual([200, 429]);
    expect((tally.get(200) ?? 0) + (tally.get(429) ?? 0)).toBe(1000);
    const other = await line.open();
    expect((await line.post(other, message('người khác'))).status).toBe(200);
    server.clock.advance(60_000);
    expect((await line.post(opened, message('chậm lại'))).status).toBe(200);
  });
});
