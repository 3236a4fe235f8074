import type { LoggedActivity } from '../../../data/conversations/records.js';
import type { JsonObject } from '../../../data/json.js';

/** What a poll and a stream frame carry; the watermark is the place to continue from. */
export interface ActivitySet {
  activities: JsonObject[];
  watermark: string;
}

/** Logged activities as Direct Line sends them. `from` is the watermark asked with, kept when nothing is new. */
export const toActivitySet = (logged: readonly LoggedActivity[], from: number): ActivitySet => ({
  activities: logged.map(toActivity),
  watermark: String(logged.at(-1)?.sequence ?? from),
});

/** `<conversation>|0000001`, Direct Line's own form, for an activity logged without an id. */
const toActivity = ({ conversationId, sequence, at, activity }: LoggedActivity): JsonObject => ({
  id: `${conversationId}|${String(sequence).padStart(7, '0')}`,
  timestamp: at,
  ...activity,
  channelId: 'directline',
  conversation: { id: conversationId },
});
