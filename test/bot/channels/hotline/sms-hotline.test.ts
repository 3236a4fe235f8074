import { beforeEach, describe, expect, it } from 'vitest';
import { createSmsHotline } from '../../../../bot/channels/hotline/sms-hotline.js';
import { MessageNotSent } from '../../../../bot/channels/hotline/message-sender.js';
import type { MessageSender, OutgoingSms } from '../../../../bot/channels/hotline/message-sender.js';
import type { Bot, InboundMessage, OutboundMessage } from '../../../../bot/bot.js';
import { createLog } from '../../../../bot/server/log.js';
import { createProcessTurnLock } from '../../../../data/conversations/turn-lock.js';
import type { TurnLock } from '../../../../data/conversations/turn-lock.js';
import { createProcessWakeUp } from '../../../../data/conversations/wake-up.js';
import { loadTexts } from '../../../../data/load-texts.js';
import { OfficeProfile } from '../../../../data/office/office-profile.js';
import type { Store } from '../../../../data/store.js';
import { createEchoBot, saying } from '../../../support/echo-bot.js';
import { createMemoryStore } from '../../../support/memory-store.js';

const sms = (text: string, id = '1', from = '0912345678') => ({ id, from, to: '8088', text });

describe('the SMS hotline', () => {
  let store: Store;
  let now: Date;
  let handled: InboundMessage[];
  let lines: string[];
  beforeEach(() => {
    store = createMemoryStore();
    now = new Date('2026-11-20T02:00:00Z');
    handled = [];
    lines = [];
  });
  const clock = { now: () => now };
  const wait = (milliseconds: number): void => {
    now = new Date(now.getTime() + milliseconds);
  };

  interface Setting {
    sender?: MessageSender;
    bot?: Bot;
    answer?: (message: InboundMessage) => OutboundMessage[] | Promise<OutboundMessage[]>;
    patienceMs?: number;
    turnLock?: TurnLock;
  }
  const start = ({
    sender,
    bot,
    answer = ({ text }) => [saying(`Đã nhận: ${text}`)],
    patienceMs,
    turnLock,
  }: Setting = {}) => {
    const heard = (message: InboundMessage) => {
      handled.push(message);
      return answer(message);
    };
    return createSmsHotline({
      bot: bot ?? createEchoBot({ store, wakeUp: createProcessWakeUp(), clock, answer: heard }),
      store,
      turnLock: turnLock ?? createProcessTurnLock(),
      clock,
      office: OfficeProfile.parse({ name: 'Sở Nội vụ' }),
      texts: loadTexts(),
      log: createLog('debug', { write: (line) => lines.push(line) }),
      sender: sender ?? null,
      secret: 'a secret',
      ...(patienceMs === undefined ? {} : { patienceMs }),
    });
  };
  const recordingSender = () => {
    const sent: { to: string; text: string }[] = [];
    const send = ({ to, text }: OutgoingSms) => Promise.resolve(void sent.push({ to, text }));
    return { sent, send };
  };

  it('answers in the webhook’s reply when no address to send to is set', async () => {
    expect(await start().receive(sms('PA đường hỏng'))).toEqual(['Đã nhận: PA đường hỏng']);
  });

  it('sends to the number that wrote when an address is set, and says nothing in the reply', async () => {
    const sender = recordingSender();
    const hotline = start({ sender });
    expect(await hotline.receive(sms('HS 123'))).toEqual([]);
    await hotline.idle();
    expect(sender.sent).toEqual([{ to: '0912345678', text: 'Đã nhận: HS 123' }]);
  });

  it('keeps a message before it is acknowledged, whole, and done only with its turn', async () => {
    let finish: (messages: OutboundMessage[]) => void = () => undefined;
    const answer = () => new Promise<OutboundMessage[]>((resolve) => (finish = resolve));
    const hotline = start({ sender: recordingSender(), answer });
    await hotline.receive(sms('PA đường hỏng', '7'));
    const receipt = await store.receipts.find('sms:7');
    expect(receipt).toMatchObject({
      status: 'taken',
      leaseUntil: '2026-11-20T02:01:00.000Z',
      message: { text: 'PA đường hỏng', from: '0912345678', channel: 'sms' },
    });
    finish([]);
    await hotline.idle();
    expect(await store.receipts.find('sms:7')).toMatchObject({ status: 'done', message: null });
  });

  it('handles an id once, and gives a gateway that asks again the same replies', async () => {
    const hotline = start();
    const replies = await Promise.all([1, 2, 3].map(() => hotline.receive(sms('một lần'))));
    expect(replies.filter((reply) => reply.length > 0)).toEqual([['Đã nhận: một lần']]);
    wait(3_600_000);
    expect(await hotline.receive(sms('một lần'))).toEqual(['Đã nhận: một lần']);
    expect(handled).toHaveLength(1);
  });

  it('handles a message once that is delivered to two instances at once', async () => {
    const turnLock = createProcessTurnLock();
    const sender = recordingSender();
    const instances = [start({ turnLock, sender }), start({ turnLock, sender })];
    await Promise.all(instances.map((hotline) => hotline.receive(sms('một lần'))));
    await turnLock.idle();
    expect(handled).toHaveLength(1);
    expect(sender.sent).toEqual([{ to: '0912345678', text: 'Đã nhận: một lần' }]);
  });

  it('knows one phone however the gateway writes its number, and never by the number', async () => {
    const hotline = start();
    for (const [index, from] of ['0912345678', '84912345678', '+84912345678', '0987654321'].entries())
      await hotline.receive(sms('xin chào', String(index), from));
    const [first, ...others] = handled.map(({ conversationId }) => conversationId);
    expect(others.slice(0, 2)).toEqual([first, first]);
    expect(others[2]).not.toBe(first);
    expect(handled.map(({ conversationId }) => conversationId).join()).not.toMatch(/912345678|987654321/);
  });

  it('runs again what a crash left behind once its lease is over, and only that', async () => {
    const never = start({
      sender: recordingSender(),
      answer: () => new Promise<OutboundMessage[]>(() => undefined),
    });
    await never.receive(sms('PA trước khi mất điện', '9'));
    const sender = recordingSender();
    const restarted = start({ sender });
    expect(await restarted.resumeAbandoned()).toBe(0);
    expect(await restarted.receive(sms('PA trước khi mất điện', '9'))).toEqual([]);
    expect(sender.sent).toEqual([]);
    wait(61_000);
    expect(await restarted.resumeAbandoned()).toBe(1);
    expect(sender.sent).toEqual([{ to: '0912345678', text: 'Đã nhận: PA trước khi mất điện' }]);
    expect(await restarted.resumeAbandoned()).toBe(0);
  });

  it('leaves receipts of other channels to others', async () => {
    const message = { id: 'zalo:1', channel: 'zalo', conversationId: 'z', from: 'u', locale: null };
    const record = {
      id: 'zalo:1',
      status: 'taken' as const,
      leaseUntil: null,
      message: { ...message, type: 'message', text: 'PA' },
      activityId: null,
      at: now.toISOString(),
    };
    await store.commit([{ kind: 'receipt', record }]);
    expect(await start().resumeAbandoned()).toBe(0);
    expect(handled).toHaveLength(0);
  });

  it('tells the gateway when the turn fails while it waits, and runs the next try at once', async () => {
    let broken = true;
    const answer = ({ text }: InboundMessage) => {
      if (broken) throw new Error('a bug');
      return [saying(text)];
    };
    const hotline = start({ answer });
    await expect(hotline.receive(sms('PA', '3'))).rejects.toThrow('a bug');
    broken = false;
    expect(await hotline.receive(sms('PA', '3'))).toEqual(['PA']);
  });

  it('rejects, having handled nothing, when the message cannot be kept', async () => {
    await store.close();
    const hotline = start();
    await expect(hotline.receive(sms('PA'))).rejects.toMatchObject({ code: 'store.unavailable' });
    await expect(hotline.receive(sms('PA'))).rejects.toMatchObject({ code: 'store.unavailable' });
    expect(handled).toHaveLength(0);
  });

  it('does not keep a gateway waiting for a slow turn', async () => {
    let finish: (messages: OutboundMessage[]) => void = () => undefined;
    const answer = () => new Promise<OutboundMessage[]>((resolve) => (finish = resolve));
    const hotline = start({ answer, patienceMs: 5 });
    expect(await hotline.receive(sms('PA chậm'))).toEqual([]);
    finish([saying('xong')]);
    await hotline.idle();
    expect(await store.receipts.find('sms:1')).toMatchObject({ status: 'done' });
  });

  it('keeps a reply that cannot be sent, sends it when the gateway is back, and runs the turn once', async () => {
    let deaf = true;
    const sender = recordingSender();
    const send = (message: OutgoingSms) =>
      deaf ? Promise.reject(new MessageNotSent('503')) : sender.send(message);
    const hotline = start({ sender: { send } });
    await hotline.receive(sms('PA', '4'));
    await hotline.idle();
    expect(await store.receipts.find('sms:4')).toMatchObject({ status: 'answered' });
    expect(lines.join('')).toContain('sms.notSent');
    expect(await hotline.resumeAbandoned()).toBe(0);
    deaf = false;
    wait(61_000);
    expect(await hotline.resumeAbandoned()).toBe(1);
    expect(sender.sent).toEqual([{ to: '0912345678', text: 'Đã nhận: PA' }]);
    expect(await store.receipts.find('sms:4')).toMatchObject({ status: 'done', message: null });
    expect(handled).toHaveLength(1);
    expect(await hotline.resumeAbandoned()).toBe(0);
  });

  it('gives a reply up after a day, and says so in the log', async () => {
    const send = () => Promise.reject(new MessageNotSent('503'));
    const hotline = start({ sender: { send } });
    await hotline.receive(sms('PA', '5'));
    await hotline.idle();
    for (let hour = 0; hour < 26; hour += 1) {
      wait(3_600_000);
      await hotline.resumeAbandoned();
    }
    expect(await store.receipts.find('sms:5')).toMatchObject({ status: 'done', message: null });
    expect(lines.join('')).toContain('sms.givenUp');
    expect(lines.join('')).not.toContain('0912345678');
  });

  it('reads a long answer on with XEM until all is said, each XEM once', async () => {
    const words = Array.from({ length: 150 }, (_, index) => `từ${String(index)}`);
    const hotline = start({ answer: () => [saying(words.join(' '))] });
    const first = await hotline.receive(sms('hỏi dài', 'a'));
    const read = [...first];
    for (const [index, word] of ['XEM', 'xem', 'Xem.', ' xém ', 'XEM', 'XEM'].entries())
      read.push(...(await hotline.receive(sms(word, `x${String(index)}`))));
    expect(await hotline.receive(sms('XEM', 'x0'))).toEqual([read[1]]);
    expect(handled).toHaveLength(1);
    const hint = 'Nhắn XEM để đọc tiếp.';
    const last = 'Không còn nội dung nào để xem tiếp.';
    expect(read.at(-1)).toBe(last);
    const said = read.filter((text) => text !== last).map((text) => text.replace(hint, '').trim());
    expect(said.join(' ').split(' ')).toEqual(words);
  });

  it('forgets what was left of an answer when another one comes', async () => {
    const hotline = start({
      answer: ({ text }) => [saying(text === 'dài' ? 'rất dài '.repeat(60) : 'ngắn')],
    });
    await hotline.receive(sms('dài', 'a'));
    await hotline.receive(sms('khác', 'b'));
    expect(await hotline.receive(sms('XEM', 'c'))).toEqual(['Không còn nội dung nào để xem tiếp.']);
  });
});
