import { ActivityTypes } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { JsonObject } from '../../data/json.js';
import type { InboundMessage, OutboundMessage } from '../bot.js';

const BOT_ACCOUNT = { id: 'motcua', name: 'Trợ lý Một Cửa', role: 'bot' };

/** Direct Line's number of a message in its conversation: `<conversation>|0000012`. */
export const activityId = (conversationId: string, sequence: number): string =>
  `${conversationId}|${String(sequence).padStart(7, '0')}`;

/** The citizen's message as the SDK wants it. */
export const toInboundActivity = (message: InboundMessage, id: string, at: Date): Partial<Activity> => ({
  type: message.type === 'join' ? ActivityTypes.ConversationUpdate : ActivityTypes.Message,
  id,
  timestamp: at,
  channelId: message.channel,
  conversation: { id: message.conversationId, isGroup: false, conversationType: 'personal', name: '' },
  from: { id: message.from, name: '', role: 'user' },
  recipient: BOT_ACCOUNT,
  serviceUrl: '',
  text: message.text,
  ...(message.clientActivityId !== undefined && {
    channelData: { clientActivityID: message.clientActivityId },
  }),
  ...(message.locale !== null && { locale: message.locale }),
});

/** What the bot says, for clients that know cards (`channelData.card`) and those that do not (`text`). */
export const toReplyActivity = (message: OutboundMessage): Partial<Activity> => ({
  type: ActivityTypes.Message,
  from: BOT_ACCOUNT,
  text: message.text,
  textFormat: 'plain',
  locale: message.locale,
  inputHint: message.expects === 'anything' ? 'acceptingInput' : 'expectingInput',
  channelData: { card: message.card, expects: message.expects },
  ...(message.suggestions.length > 0 && {
    suggestedActions: {
      to: [],
      actions: message.suggestions.map(({ title, value }) => ({ type: 'imBack', title, value })),
    },
  }),
});

/** As it is logged and read back by clients. */
export const toLogged = (
  activity: Partial<Activity>,
  id: string,
  conversationId: string,
  at: Date,
): JsonObject =>
  JsonObject.parse(
    JSON.parse(
      JSON.stringify({
        ...activity,
        id,
        timestamp: at,
        conversation: { id: conversationId },
        recipient: undefined,
        serviceUrl: undefined,
      }),
    ),
  );
