import { Channel } from '../feedback/feedback.js';

/** Every key under which a conversation's state may be kept, in whichever channel. */
export const stateKeysOf = (conversationId: string): string[] => [
  ...Channel.options.map((channel) => dialogStateKey(channel, conversationId)),
  smsRestKey(conversationId),
];

/** What "XEM" sends next. */
export const smsRestKey = (conversationId: string): string => `sms-rest:${conversationId}`;

/** As the SDK names a conversation's state (botbuilder-core, conversationState.js). */
const dialogStateKey = (channel: Channel, conversationId: string): string =>
  `${channel}/conversations/${conversationId}/`;
