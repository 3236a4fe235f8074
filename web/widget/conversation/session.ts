import type { Language } from '../texts.js';
import { listOf, recordOf, textOf } from './loose.js';

export interface Session {
  conversationId: string;
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  userId: string;
}

/** A message not yet acknowledged; its id stays the same however often it is sent. */
export interface Pending {
  id: string;
  text: string;
}

/** What outlives a reload. */
export interface Kept {
  session: Session | null;
  pending: Pending[];
  language: Language | null;
  open: boolean;
  /** The opening question of the page last seen: asked once, not again when that page is loaded again. */
  started: string;
}

const EMPTY: Kept = { session: null, pending: [], language: null, open: false, started: '' };

/**
 * Kept for this tab only: on a shared computer the next person must not find the conversation.
 * Where the browser forbids storage the widget works all the same, without history over a reload.
 */
export const createKeeper = (server: string) => {
  const key = `motcua:${server}`;
  let kept = load(key);
  return {
    get: (): Kept => kept,
    set: (change: Partial<Kept>): void => {
      kept = { ...kept, ...change };
      try {
        sessionStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Storage full or forbidden: the conversation goes on in memory.
      }
    },
  };
};
export type Keeper = ReturnType<typeof createKeeper>;

const load = (key: string): Kept => {
  try {
    const stored = recordOf(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
    const language = stored['language'];
    return {
      session: readSession(recordOf(stored['session'])),
      pending: listOf(stored['pending'])
        .map(recordOf)
        .map(({ id, text }) => ({ id: textOf(id), text: textOf(text) }))
        .filter(({ id, text }) => id !== '' && text !== ''),
      language: language === 'vi' || language === 'en' ? language : null,
      open: stored['open'] === true,
      started: textOf(stored['started']),
    };
  } catch {
    return EMPTY;
  }
};

const readSession = (stored: Record<string, unknown>): Session | null => {
  const session = {
    conversationId: textOf(stored['conversationId']),
    token: textOf(stored['token']),
    expiresAt: Number(stored['expiresAt']),
    userId: textOf(stored['userId']),
  };
  const usable = session.conversationId !== '' && session.token !== '' && session.expiresAt > Date.now();
  return usable ? session : null;
};
