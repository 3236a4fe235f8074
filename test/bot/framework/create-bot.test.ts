import { describe, expect, it } from 'vitest';
import { startConversation } from '../../support/conversation.js';
import { createMemoryStore } from '../../support/memory-store.js';

const collect = async <T>(records: AsyncIterable<T>): Promise<T[]> => {
  const collected: T[] = [];
  for await (const record of records) collected.push(record);
  return collected;
};

describe('the bot on a store that others use too', () => {
  it('takes a turn once that two instances ran at the same time', async () => {
    const store = createMemoryStore();
    const citizen = { store, channel: 'sms' as const, from: '0912345678' };
    const instances = [startConversation(citizen), startConversation(citizen)];
    const heard = await Promise.all(
      instances.map((instance) => instance.say('PA Ghế chờ ở quầy số 3 bị hỏng', 'sms:1')),
    );
    expect(await collect(store.feedback.open())).toHaveLength(1);
    expect(heard.map((messages) => messages.length > 0).sort()).toEqual([false, true]);
    expect(instances.flatMap(({ failures }) => failures)).toEqual([]);
  });

  it('takes two different messages that were run at the same time', async () => {
    const store = createMemoryStore();
    const instances = [startConversation({ store }), startConversation({ store })];
    const [one, other] = await Promise.all([
      instances[0]?.say('Ghế chờ hỏng', 'chat:1'),
      instances[1]?.say('xin chào', 'chat:2'),
    ]);
    expect([one?.length, other?.length]).not.toContain(0);
    const logged = await store.activities.since('conversation-1', 0);
    expect(logged.map(({ sequence }) => sequence)).toEqual(logged.map((_, index) => index + 1));
  });
});
