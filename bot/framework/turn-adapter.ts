import { BotAdapter } from 'botbuilder';
import type { Activity, ResourceResponse, TurnContext } from 'botbuilder';

/** Collects what a turn says instead of sending it: it goes out only after it is durable. */
export class TurnAdapter extends BotAdapter {
  readonly said: Partial<Activity>[] = [];

  override sendActivities(_: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.said.push(...activities);
    return Promise.resolve(
      activities.map((_activity, index) => ({
        id: String(this.said.length - activities.length + index + 1),
      })),
    );
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('a message once said is not changed'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('a message once said is not taken back'));
  }

  /** The bot never speaks first: conversations are opened by their channel. */
  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('the bot does not open conversations'));
  }
}
