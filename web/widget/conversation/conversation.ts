import type { Language } from '../texts.js';
import type { Activity, Batch } from './activity.js';
import { createBackOff } from './back-off.js';
import { createDirectLine } from './direct-line.js';
import type { DirectLine } from './direct-line.js';
import { createOutbox } from './outbox.js';
import type { Outbox, Outgoing } from './outbox.js';
import { randomId } from './random-id.js';
import { isGone } from './request.js';
import type { Refusal, Reply } from './request.js';
import type { Keeper, Session } from './session.js';
import { createStream } from './stream.js';
import type { Stream } from './stream.js';
import { createTimer } from './timer.js';
import type { Timer } from './timer.js';

export interface ConversationListener {
  /** New activities, in order, each once. `history`: they were there before this page was. */
  received: (activities: Activity[], history: boolean) => void;
  outgoing: (message: Outgoing) => void;
  /** `problem`: what the server said about it, for the citizen to read; often empty. */
  connection: (online: boolean, problem: string) => void;
  /** The conversation ran out and a new one begins below. */
  ended: () => void;
}

interface ConversationDeps {
  server: string;
  /** Sent by itself when the page asks something new; may be empty. */
  start: string;
  keeper: Keeper;
  language: () => Language;
  listener: ConversationListener;
}

/** How long the echo of an acknowledged message may take before we ask for it. */
const ECHO_MS = 4_000;
const SOONEST_REFRESH_MS = 10_000;
/** Fewer activities than this are the log's end. */
const SMALLEST_PORTION = 50;

interface Talk extends ConversationDeps {
  directLine: DirectLine;
  outbox: Outbox;
  stream: Stream | null;
  /** Ids of activities and of own messages that the log has shown. */
  seen: Set<string>;
  /** Answers to calls of an earlier round are dropped. */
  round: number;
  beginning: Timer;
  refreshing: Timer;
  backOff: ReturnType<typeof createBackOff>;
}

/** One citizen's conversation: opened or taken up again, kept alive, its messages delivered once. */
export const createConversation = (deps: ConversationDeps) => {
  const talk = createTalk(deps);
  return {
    begin: (): void => {
      const { pending, session } = deps.keeper.get();
      for (const message of pending) talk.outbox.add(message);
      // Meant for a conversation that is over: the citizen decides whether it is to be said again.
      if (!session) talk.outbox.hold();
      void begin(talk);
    },
    send: (text: string): void => {
      talk.outbox.add({ id: randomId(), text });
    },
    again: (id: string): void => {
      talk.outbox.again(id);
      if (!talk.stream) void begin(talk);
    },
    /** Forgets this conversation and opens another. */
    restart: (): void => {
      drop(talk);
      talk.outbox.clear();
      void begin(talk);
    },
    networkBack: (): void => {
      if (!talk.stream) void begin(talk);
      talk.stream?.wake();
      talk.outbox.pump();
    },
  };
};

const createTalk = (deps: ConversationDeps): Talk => {
  const directLine = createDirectLine(deps.server);
  const outbox = createOutbox({
    directLine,
    session: () => talk.stream?.session() ?? null,
    locale: deps.language,
    keep: (pending) => {
      deps.keeper.set({ pending: pending.map(({ id, text }) => ({ id, text })) });
    },
    changed: (message) => {
      deps.listener.outgoing(message);
      if (message.state === 'sent') expectEcho(talk, message.id);
    },
    gone: () => {
      renewAll(talk);
    },
  });
  const talk: Talk = {
    ...deps,
    directLine,
    outbox,
    stream: null,
    seen: new Set(),
    round: 0,
    beginning: createTimer(),
    refreshing: createTimer(),
    backOff: createBackOff(),
  };
  return talk;
};

const begin = async (talk: Talk): Promise<void> => {
  const round = ++talk.round;
  talk.beginning.cancel();
  const kept = talk.keeper.get().session;
  const problem = kept ? await resume(talk, kept, round) : await open(talk, round);
  if (round !== talk.round) return;
  if (problem) {
    talk.listener.connection(false, problem.message);
    talk.beginning.plan(() => begin(talk), Math.max(talk.backOff.next(), problem.retryAfterMs));
    return;
  }
  talk.backOff.reset();
  talk.listener.connection(true, '');
  if (talk.start !== '' && talk.keeper.get().started !== talk.start)
    talk.outbox.add({ id: randomId(), text: talk.start });
  talk.keeper.set({ started: talk.start });
  talk.outbox.pump();
};

const open = async (talk: Talk, round: number): Promise<Refusal | null> => {
  const token = await talk.directLine.generate(`dl_${randomId()}`);
  if (!token.ok) return token;
  const opened = await talk.directLine.start(token.value, talk.language());
  if (!opened.ok) return opened;
  if (round !== talk.round) return null;
  attach(talk, opened.value.session).listen(opened.value.streamUrl);
  return null;
};

const resume = async (talk: Talk, session: Session, round: number): Promise<Refusal | null> => {
  const log = await readLog(talk, session);
  if (round !== talk.round) return null;
  if (log.ok) {
    const stream = attach(talk, session);
    take(talk, log.value.activities, true);
    stream.resume(log.value.watermark);
    return null;
  }
  if (!isGone(log)) return log;
  talk.keeper.set({ session: null });
  talk.outbox.hold();
  return open(talk, round);
};

/** All that was said: the server hands it out in portions. */
const readLog = async (talk: Talk, session: Session): Promise<Reply<Batch>> => {
  const activities: Activity[] = [];
  let watermark = '';
  for (;;) {
    const reply = await talk.directLine.activities(session, watermark);
    if (!reply.ok) return reply;
    activities.push(...reply.value.activities);
    const next = reply.value.watermark ?? '';
    if (next === watermark || reply.value.activities.length < SMALLEST_PORTION)
      return { ok: true, value: { activities, watermark: next } };
    watermark = next;
  }
};

const attach = (talk: Talk, session: Session): Stream => {
  talk.stream?.stop();
  const keepSession = (renewed: Session): void => {
    talk.keeper.set({ session: renewed });
    planRefresh(talk, renewed);
  };
  keepSession(session);
  talk.stream = createStream(talk.directLine, session, {
    batch: ({ activities }) => {
      take(talk, activities, false);
    },
    online: (online) => {
      talk.listener.connection(online, '');
      if (online) talk.outbox.pump();
    },
    renewed: keepSession,
    gone: () => {
      renewAll(talk);
    },
  });
  return talk.stream;
};

const take = (talk: Talk, activities: readonly Activity[], history: boolean): void => {
  const fresh = activities.filter(({ id }) => !talk.seen.has(id));
  for (const { id, clientActivityId } of fresh) {
    if (id !== '') talk.seen.add(id);
    if (clientActivityId === '') continue;
    talk.seen.add(clientActivityId);
    talk.outbox.arrived(clientActivityId);
  }
  if (fresh.length > 0) talk.listener.received(fresh, history);
};

const expectEcho = (talk: Talk, id: string): void => {
  if (talk.seen.has(id)) return;
  setTimeout(() => {
    if (!talk.seen.has(id)) talk.stream?.catchUp();
  }, ECHO_MS);
};

/** At half of its life a token is exchanged for a new one. */
const planRefresh = (talk: Talk, { expiresAt }: Session): void => {
  talk.refreshing.plan(() => refresh(talk), Math.max(SOONEST_REFRESH_MS, (expiresAt - Date.now()) / 2));
};

const refresh = async (talk: Talk): Promise<void> => {
  const { stream } = talk;
  if (!stream) return;
  const reply = await talk.directLine.refresh(stream.session());
  if (stream !== talk.stream) return;
  if (reply.ok) stream.renew(reply.value);
  else if (isGone(reply)) renewAll(talk);
  else planRefresh(talk, stream.session());
};

const renewAll = (talk: Talk): void => {
  drop(talk);
  talk.outbox.hold();
  talk.listener.ended();
  talk.beginning.plan(() => begin(talk), talk.backOff.next());
};

const drop = (talk: Talk): void => {
  talk.round += 1;
  talk.stream?.stop();
  talk.stream = null;
  talk.seen.clear();
  talk.refreshing.cancel();
  talk.keeper.set({ session: null });
};
