import { describe, expect, it } from 'vitest';
import { sign } from '../../../bot/channels/hotline/signature.js';
import { createLog } from '../../../bot/server/log.js';
import { DomainError } from '../../../data/domain-error.js';
import { directLine, message } from '../../support/direct-line-caller.js';
import { saying } from '../../support/echo-bot.js';
import { openStream } from '../../support/stream-reader.js';
import { startServer } from '../../support/test-server.js';

const secret = 'sixteen-or-more-characters';

describe('the log', () => {
  it('holds no words, names, numbers, tokens or addresses of anybody, whatever goes wrong', async () => {
    const server = await startServer({
      environment: { HOTLINE_SMS_SECRET: secret, HOTLINE_SMS_SEND_URL: 'http://127.0.0.1:9/closed' },
      answer: ({ type, text }) => {
        if (text.includes('hỏng')) throw new Error(`cannot read "${text}"`, { cause: new SyntaxError(text) });
        return [saying(type)];
      },
    });
    const line = directLine(server.domain);
    const opened = await line.open();
    const stream = openStream(opened.streamUrl);
    await stream.opened();
    await line.post(opened, message('Tôi tên Nguyễn Văn An'));
    await line.post(opened, message('hỏng, gọi tôi 0912345678'));
    await line.call('POST', 'conversations', { token: opened.token, body: '{"Nguyễn Văn An' });
    await line.call('GET', `conversations/${opened.conversationId}/Nguyen-Van-An`, { token: opened.token });
    const body = JSON.stringify({
      id: 'sms-77',
      from: '0912345678',
      to: '8088',
      text: 'PA hỏng Nguyễn Văn An',
    });
    const timestamp = String(Math.floor(server.clock.now().getTime() / 1000));
    const signature = sign(secret, timestamp, Buffer.from(body));
    const headers = {
      'Content-Type': 'application/json',
      'X-Motcua-Timestamp': timestamp,
      'X-Motcua-Signature': signature,
    };
    expect((await fetch(`${server.url}/hotline/sms`, { method: 'POST', body, headers })).status).toBe(200);
    await server.close();

    const log = server.lines.join('');
    for (const event of ['http.request', 'stream.upgrade', 'bug', 'sms.turnFailed'])
      expect(log).toContain(`"event":"${event}"`);
    const ticket = opened.streamUrl.split('t=')[1] ?? '';
    const private_ = [
      'Nguyễn',
      'Nguyen',
      'hỏng',
      '0912345678',
      '912345678',
      '127.0.0.1',
      'sms-77',
      signature,
      secret,
    ];
    for (const word of [...private_, opened.token, ticket, opened.conversationId])
      expect(log).not.toContain(word);
  });

  it('is one JSON object a line, with the event, the level by name and the time', () => {
    const lines: string[] = [];
    createLog('info', { write: (line) => lines.push(line) }).warn({ event: 'office.example', count: 3 });
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'warn',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      event: 'office.example',
      count: 3,
    });
  });

  it('keeps of an error what finds it: name, code, frames, causes, and words that quote nobody', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    const cause = Object.assign(new Error('connect 10.0.0.8 as nguyenvanan'), { code: 'ECONNREFUSED' });
    log.error({ event: 'x', err: new DomainError('store.unavailable', 'the disk is full', { cause }) });
    log.error(cause);
    log.error({ event: 'y', err: 'just a text about Nguyễn Văn An' });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: {
        name: 'DomainError',
        code: 'store.unavailable',
        message: 'the disk is full',
        at: expect.arrayContaining([expect.stringContaining('log.test.ts')]) as string[],
        cause: { name: 'Error', code: 'ECONNREFUSED' },
      },
    });
    expect(lines.join('')).not.toMatch(/nguyenvanan|Nguyễn/);
  });
});
