import { describe, expect, it } from 'vitest';
import {
  localeOfTag,
  PostedActivity,
  toInboundMessage,
} from '../../../../bot/channels/directline/activity.js';
import { toActivitySet } from '../../../../bot/channels/directline/activity-set.js';
import { Watermark } from '../../../../bot/channels/directline/watermark.js';
import { InboundMessage } from '../../../../bot/bot.js';

const sender = { conversationId: 'c1', userId: 'dl_u1', freshId: 'fresh' };
const inbound = (activity: unknown) => toInboundMessage(PostedActivity.parse(activity), sender);

describe('a posted activity', () => {
  it('becomes a message of the token’s user, whoever the body names', () => {
    const message = inbound({
      type: 'message',
      from: { id: 'somebody' },
      text: 'Xin chào',
      locale: 'vi-VN',
      channelData: { clientActivityID: 'm1', other: true },
    });
    expect(InboundMessage.parse(message)).toEqual({
      id: 'chat:c1:m1',
      channel: 'chat',
      conversationId: 'c1',
      from: 'dl_u1',
      locale: 'vi',
      type: 'message',
      text: 'Xin chào',
      clientActivityId: 'm1',
    });
  });

  it('without a mark of its own gets a fresh id', () => {
    expect(inbound({ type: 'message', text: 'a' })).toMatchObject({ id: 'chat:c1:fresh' });
    expect(inbound({ type: 'message', text: 'a', channelData: { clientActivityID: '' } })).not.toHaveProperty(
      'clientActivityId',
    );
  });

  it('that is no message is left alone', () => {
    expect(inbound({ type: 'typing' })).toBeNull();
  });

  it.each(['vi', 'VI-vn', 'en-US', 'fr', '', null, undefined])('reads the language tag %s', (tag) => {
    const expected = { vi: 'vi', 'VI-vn': 'vi', 'en-US': 'en' }[tag ?? ''] ?? null;
    expect(localeOfTag(tag)).toBe(expected);
  });
});

describe('what clients are sent', () => {
  it('carries the log’s own ids, or Direct Line’s form of one', () => {
    const record = { conversationId: 'c1', sequence: 12, at: '2026-11-20T02:00:00.000Z' };
    const set = toActivitySet(
      [
        { ...record, activity: { type: 'message', id: 'own' } },
        { ...record, sequence: 13, activity: { type: 'message' } },
      ],
      11,
    );
    expect(set.activities.map(({ id }) => id)).toEqual(['own', 'c1|0000013']);
    expect(set.activities[1]).toMatchObject({ timestamp: record.at, channelId: 'directline' });
    expect(set.watermark).toBe('13');
    expect(toActivitySet([], 11)).toEqual({ activities: [], watermark: '11' });
  });

  it('goes on from a watermark that is a number, and from the start without one', () => {
    expect([undefined, null, '', '7'].map((text) => Watermark.parse(text))).toEqual([0, 0, 0, 7]);
    for (const text of ['-1', 'abc', '1.5', '9'.repeat(16)])
      expect(Watermark.safeParse(text).success).toBe(false);
  });
});
