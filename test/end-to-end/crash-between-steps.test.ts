import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { createSmsHotline } from '../../bot/channels/hotline/sms-hotline.js';
import type { MessageSender } from '../../bot/channels/hotline/message-sender.js';
import { createProcessTurnLock } from '../../data/conversations/turn-lock.js';
import type { Feedback } from '../../data/feedback/feedback.js';
import { loadTexts } from '../../data/load-texts.js';
import { OfficeProfile } from '../../data/office/office-profile.js';
import type { Store } from '../../data/store.js';
import { openEmbedded } from '../data/storage/lowdb/open-embedded.js';
import { listOf } from '../data/storage/records.js';
import { createStoppedClock, startConversation } from '../support/conversation.js';
import { createCrash, stoppingStore } from '../support/stopping-store.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
const filed = (store: Store): Promise<Feedback[]> => listOf(store.feedback.stream(EVER));

const COMPLAINT = { id: '77', from: '0912345678', to: '8088', text: 'PA can bo xa bat toi di lai 5 lan' };

interface Phone {
  heard: string[];
  sender: MessageSender | null;
}

/** A process of its own each time: nothing but the store is shared with the one before. */
const startHotline = (store: Store, clock: ReturnType<typeof createStoppedClock>, { sender }: Phone) => {
  const { bot } = startConversation({ store, clock, channel: 'sms' });
  return createSmsHotline({
    bot,
    store,
    clock,
    sender,
    turnLock: createProcessTurnLock(),
    office: OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu' }),
    texts: loadTexts(),
    log: pino({ level: 'silent' }),
    secret: 'a secret of the office',
  });
};

/** Runs with a crash at the first step, the second …, until one runs through; returns how many crashed. */
const atEveryStep = async (run: (at: number) => Promise<'crashed' | 'through'>): Promise<number> => {
  let at = 1;
  while ((await run(at)) === 'crashed') at += 1;
  return at - 1;
};

describe('a crash between any two steps of filing a complaint, then a retry', () => {
  it.each(['sent to the gateway', 'in the webhook’s answer'])(
    'leaves one record and tells the code by SMS, replies %s',
    async (way) => {
      const crashes = await atEveryStep(async (at) => {
        const clock = createStoppedClock();
        const office = await openEmbedded({})(clock);
        const crash = createCrash(at);
        const phone: Phone = { heard: [], sender: null };
        const carry = async (step: () => Promise<void>, text: string): Promise<void> => {
          await step();
          phone.heard.push(text);
          await step();
        };
        const senderOver = (step: () => Promise<void>): MessageSender | null =>
          way === 'sent to the gateway' ? { send: ({ text }) => carry(step, text) } : null;
        const before = startHotline(stoppingStore(office.store(), crash), clock, {
          ...phone,
          sender: senderOver(crash.step),
        });
        const first = before.receive(COMPLAINT).then(async (replies) => {
          for (const text of replies) await carry(crash.step, text);
          await before.idle();
          return 'through' as const;
        });
        const outcome = await Promise.race([crash.crashed, first]);
        await office.restart();
        const running = () => Promise.resolve();
        const after = startHotline(office.store(), clock, { ...phone, sender: senderOver(running) });
        clock.moveTo('2026-11-20T02:02:00.000Z');
        for (const text of await after.receive(COMPLAINT)) await carry(running, text);
        await after.idle();
        await after.resumeAbandoned();
        const records = await filed(office.store());
        expect(records).toHaveLength(1);
        expect(phone.heard.join('\n')).toContain(records[0]?.code);
        await office.remove();
        return outcome;
      });
      expect(crashes).toBeGreaterThan(8);
    },
  );

  it('leaves one record and shows the code in the widget’s conversation', async () => {
    const crashes = await atEveryStep(async (at) => {
      const clock = createStoppedClock();
      const office = await openEmbedded({})(clock);
      const prepared = startConversation({ store: office.store(), clock });
      await prepared.sayAll('Gửi phản ánh', '1', 'Tôi chờ từ sáng tới trưa ở quầy số 3.', 'không', 'không');
      const crash = createCrash(at);
      const before = startConversation({ store: stoppingStore(office.store(), crash), clock });
      const outcome = await Promise.race([
        crash.crashed,
        before.say('Gửi', 'chat:the-last').then(() => 'through' as const),
      ]);
      await office.restart();
      const after = startConversation({ store: office.store(), clock });
      await after.say('Gửi', 'chat:the-last');
      const records = await filed(office.store());
      expect(records).toHaveLength(1);
      const log = await office.store().activities.since('conversation-1', 0);
      expect(JSON.stringify(log)).toContain(records[0]?.code);
      await office.remove();
      return outcome;
    });
    expect(crashes).toBeGreaterThan(4);
  });
});
