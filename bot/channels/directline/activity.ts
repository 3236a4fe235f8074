import { z } from 'zod';
import { Locale } from '../../../data/language/locale.js';
import type { InboundMessage } from '../../bot.js';

/** What clients send that is no message: taken and left alone, as Direct Line does. */
const IGNORED = [
  'event',
  'typing',
  'conversationUpdate',
  'endOfConversation',
  'messageReaction',
  'installationUpdate',
  'handoff',
  'trace',
] as const;

/** An activity as a client posts it; whatever else it carries (attachments, entities, from …) is not read. */
export const PostedActivity = z.object({
  type: z.enum(['message', ...IGNORED]),
  text: z.string().nullish(),
  /** A tapped answer of some clients comes as `value` without text. */
  value: z.unknown().optional(),
  locale: z.string().nullish(),
  channelData: z.object({ clientActivityID: z.string().max(200).nullish() }).nullish(),
});
export type PostedActivity = z.infer<typeof PostedActivity>;

interface Sender {
  conversationId: string;
  userId: string;
  /** For a client that marks nothing: then a repeat cannot be known. */
  freshId: string;
}

/** What the bot gets, or null for an activity it has nothing to say to. The sender is who the token says, never the body. */
export const toInboundMessage = (
  activity: PostedActivity,
  { conversationId, userId, freshId }: Sender,
): InboundMessage | null => {
  if (activity.type !== 'message') return null;
  const mark = activity.channelData?.clientActivityID ?? '';
  return {
    // Clients draw their marks themselves: only within its own conversation is one unique.
    id: `chat:${conversationId}:${mark === '' ? freshId : mark}`,
    channel: 'chat',
    conversationId,
    from: userId,
    locale: localeOfTag(activity.locale),
    type: 'message',
    text: textOf(activity),
    ...(mark === '' ? {} : { clientActivityId: mark }),
  };
};

/** `vi-VN` → vi; a language we do not speak → null. */
export const localeOfTag = (tag: string | null | undefined): Locale | null =>
  Locale.safeParse(tag?.slice(0, 2).toLowerCase()).data ?? null;

const textOf = ({ text, value }: PostedActivity): string => text ?? (typeof value === 'string' ? value : '');
