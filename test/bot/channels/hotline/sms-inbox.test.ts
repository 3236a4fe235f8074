import { describe, expect, it } from 'vitest';
import type { InboundMessage } from '../../../../bot/bot.js';
import { createSmsInbox } from '../../../../bot/channels/hotline/sms-inbox.js';
import type { Store } from '../../../../data/store.js';
import { receiptChange } from '../../../data/storage/records.js';
import { createMemoryStore } from '../../../support/memory-store.js';

const clock = { now: () => new Date('2026-11-20T02:00:00.000Z') };
const message: InboundMessage = {
  id: 'sms:1',
  conversationId: 'c1',
  channel: 'sms',
  from: '0912345678',
  text: 'PA duong hong',
  locale: 'vi',
  type: 'message',
};
const answered = receiptChange({
  status: 'answered',
  leaseUntil: '2026-11-20T02:01:00.000Z',
  message: { to: '0912345678', text: 'Mã PA-3M7K-HM4X' },
});

/** Another instance answers between this one's look and its own write. */
const answeredMeanwhile = (store: Store): Store => ({
  ...store,
  receipts: {
    ...store.receipts,
    find: async (id) => {
      const seen = await store.receipts.find(id);
      await store.commit([answered]);
      return seen;
    },
  },
});

describe('the SMS inbox', () => {
  it('takes no message that another instance answers in the same moment', async () => {
    const store = createMemoryStore();
    const inbox = createSmsInbox({ store: answeredMeanwhile(store), clock });
    expect(await inbox.take(message)).toBe('answered');
    expect(await store.receipts.find('sms:1')).toEqual(answered.record);
  });

  it('leaves what was answered meanwhile as it is when a turn failed', async () => {
    const store = createMemoryStore();
    await createSmsInbox({ store, clock }).take(message);
    await expect(
      createSmsInbox({ store: answeredMeanwhile(store), clock }).endLease(message),
    ).rejects.toMatchObject({ code: 'store.conflict' });
    expect(await store.receipts.find('sms:1')).toEqual(answered.record);
  });
});
