import { randomUUID } from 'node:crypto';
import { createProcessWakeUp } from '../../../conversations/wake-up.js';
import type { WakeUp } from '../../../conversations/wake-up.js';
import type { Database } from '../connect.js';
import { openListener } from './listener.js';
import { readNotice } from './notices.js';
import { createTeller } from './teller.js';
import type { Teller } from './teller.js';

interface Dependencies {
  database: Database;
  /** For the listening connection. */
  url: string;
  office: string;
  /** Milliseconds; tests set their own. */
  beatMs?: number;
}

/**
 * Wakes listeners in this process at once and those of other instances through NOTIFY, ids only. What could not be told
 * is told later. Each beat the instance tells itself something: when it does not hear it, every listener is woken at
 * each beat until it does, and now and then in any case, because an instance may die between a commit and its NOTIFY.
 * Listening begins with the first subscription.
 */
export const createDatabaseWakeUp = ({ database, url, office, beatMs = BEAT_MS }: Dependencies) => {
  const local = createProcessWakeUp();
  const own = randomUUID();
  const channel = `motcua:${office}`;
  const teller = createTeller({ database, channel, own });
  let stopListening: (() => Promise<void>) | null = null;
  const wakeUp: WakeUp = {
    publish(id) {
      local.publish(id);
      teller.tellSoon(id);
    },
    subscribe(id, listener) {
      stopListening ??= listen({ url, channel, own, local, teller, beatMs });
      return local.subscribe(id, listener);
    },
  };
  return {
    ...wakeUp,
    /** Tells what is left to tell. */
    close: async (): Promise<void> => {
      await stopListening?.();
      await teller.end();
    },
  };
};

const BEAT_MS = 2_000;
/** Beats not heard after which the listening connection is given up. */
const DEAF = 3;
/** Beats between two times that all listeners are woken though nothing seems wrong: half a minute. */
const CALM = 15;

interface Hearing {
  url: string;
  channel: string;
  own: string;
  local: ReturnType<typeof createProcessWakeUp>;
  teller: Teller;
  beatMs: number;
}

const listen = ({ url, channel, own, local, teller, beatMs }: Hearing): (() => Promise<void>) => {
  let heard = true;
  let silent = 0;
  let beats = 0;
  let beating: Promise<void> | null = null;
  const hear = (payload: string): void => {
    const notice = readNotice(payload);
    if (notice?.from === own) heard = true;
    else for (const id of notice?.ids ?? []) local.publish(id);
  };
  let listener = openListener(url, channel, hear);
  const beat = async (): Promise<void> => {
    silent = heard ? 0 : silent + 1;
    heard = false;
    beats += 1;
    // Nobody needs waking while there is nothing to read.
    if (!(await teller.tellNow())) return;
    if (silent > 0 || beats % CALM === 0) local.wakeAll();
    if (silent === 0 || silent % DEAF > 0) return;
    void listener.close();
    listener = openListener(url, channel, hear);
  };
  const timer = setInterval(() => {
    beating ??= beat().finally(() => {
      beating = null;
    });
  }, beatMs);
  return async () => {
    clearInterval(timer);
    await beating;
    await listener.close();
  };
};
