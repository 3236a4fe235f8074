import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../data/clock.js';
import { MessageNotSent } from './message-sender.js';
import type { MessageSender } from './message-sender.js';
import { sign } from './signature.js';

const TRY_TIMEOUT_MS = 5_000;
/** Before the second and the third try. */
const PAUSES_MS = [1_000, 3_000];

interface Dependencies {
  url: string;
  /** Signs what we send the way the gateway signs what it sends us. */
  secret: string;
  clock: Clock;
  pause?: (milliseconds: number) => Promise<unknown>;
}

/** Posts signed JSON `{id, to, text}`. The id stays the same over the tries, and over a crash between them, so that a gateway sends an SMS once. */
export const createHttpMessageSender = ({
  url,
  secret,
  clock,
  pause = sleep,
}: Dependencies): MessageSender => ({
  async send({ id, to, text }) {
    const body = Buffer.from(JSON.stringify({ id, to, text }));
    const post = (): Promise<Outcome> => {
      const timestamp = String(Math.floor(clock.now().getTime() / 1000));
      return postOnce(url, body, {
        'Content-Type': 'application/json',
        'X-Motcua-Timestamp': timestamp,
        'X-Motcua-Signature': sign(secret, timestamp, body),
      });
    };
    let outcome = await post();
    for (const milliseconds of PAUSES_MS) {
      if (outcome.sent || !outcome.again) break;
      await pause(milliseconds);
      outcome = await post();
    }
    if (!outcome.sent) throw new MessageNotSent(outcome.reason);
  },
});

type Outcome = { sent: true } | { sent: false; reason: string; again: boolean };

const postOnce = async (
  url: string,
  body: Buffer<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<Outcome> => {
  try {
    const signal = AbortSignal.timeout(TRY_TIMEOUT_MS);
    const response = await fetch(url, { method: 'POST', body, headers, signal, redirect: 'manual' });
    await response.body?.cancel();
    if (response.ok) return { sent: true };
    const { status } = response;
    return { sent: false, reason: String(status), again: status >= 500 || status === 429 || status === 408 };
  } catch (error) {
    return { sent: false, reason: error instanceof Error ? error.name : 'unknown', again: true };
  }
};
