import { readBatch } from './activity.js';
import type { Batch } from './activity.js';
import { createBackOff } from './back-off.js';
import type { DirectLine } from './direct-line.js';
import { isGone } from './request.js';
import type { Refusal } from './request.js';
import type { Session } from './session.js';
import { createTimer } from './timer.js';

export interface StreamListener {
  batch: (batch: Batch) => void;
  /** Can messages reach us? Called again and again. */
  online: (online: boolean) => void;
  renewed: (session: Session) => void;
  /** The conversation cannot be continued; the stream has stopped. */
  gone: () => void;
}

const POLL_MS = 2_500;
const POLL_HIDDEN_MS = 15_000;
/** Sockets that never opened before the widget asks at intervals instead (a proxy in between may forbid them). */
const SOCKET_TRIES = 2;
/** Polls between two new tries of a socket. */
const POLLS_PER_TRY = 40;

const createLine = (directLine: DirectLine, session: Session, listener: StreamListener) => ({
  directLine,
  listener,
  session,
  watermark: '',
  socket: null as WebSocket | null,
  socketsFailed: 0,
  pollsLeft: POLLS_PER_TRY,
  asking: false,
  stopped: false,
  timer: createTimer(),
  backOff: createBackOff(),
});
type Line = ReturnType<typeof createLine>;

/** Keeps a conversation's activities coming: by WebSocket, else by asking; comes back by itself after a break. */
export const createStream = (directLine: DirectLine, session: Session, listener: StreamListener) => {
  const line = createLine(directLine, session, listener);
  return {
    session: (): Session => line.session,
    listen: (url: string): void => {
      listen(line, url);
    },
    /** Takes the stream up after this watermark. */
    resume: (watermark: string | null): void => {
      line.watermark = watermark ?? '';
      void comeBack(line);
    },
    renew: (renewed: Session): void => {
      renew(line, renewed);
    },
    /** Asks once for what is new, besides the socket: for an echo that did not come. */
    catchUp: (): void => {
      void poll(line);
    },
    /** The network is back: no more waiting. */
    wake: (): void => {
      line.backOff.reset();
      if (!line.socket) later(line, comeBack, 0);
    },
    stop: (): void => {
      stop(line);
    },
  };
};
export type Stream = ReturnType<typeof createStream>;

const listen = (line: Line, url: string): void => {
  const socket = line.stopped ? null : openSocket(url);
  if (!socket) {
    line.socketsFailed = SOCKET_TRIES;
    later(line, poll, 0);
    return;
  }
  let opened = false;
  line.socket = socket;
  socket.onopen = () => {
    opened = true;
    line.socketsFailed = 0;
    line.backOff.reset();
    line.listener.online(true);
  };
  socket.onmessage = ({ data }) => {
    const batch = parseFrame(data);
    if (batch) take(line, batch);
  };
  socket.onclose = () => {
    if (line.socket !== socket) return;
    line.socket = null;
    if (!opened) line.socketsFailed += 1;
    later(line, comeBack, opened ? 0 : line.backOff.next());
  };
};

const comeBack = async (line: Line): Promise<void> => {
  if (line.asking || line.stopped) return;
  if (line.socketsFailed >= SOCKET_TRIES) {
    line.pollsLeft = POLLS_PER_TRY;
    await poll(line);
    return;
  }
  line.asking = true;
  const reply = await line.directLine.reconnect(line.session, line.watermark);
  line.asking = false;
  if (!reply.ok) {
    failed(line, reply, comeBack);
    return;
  }
  renew(line, reply.value.session);
  listen(line, reply.value.streamUrl);
};

const poll = async (line: Line): Promise<void> => {
  if (line.asking || line.stopped) return;
  line.asking = true;
  const reply = await line.directLine.activities(line.session, line.watermark);
  line.asking = false;
  if (!reply.ok) {
    failed(line, reply, poll);
    return;
  }
  line.backOff.reset();
  take(line, reply.value);
  line.listener.online(true);
  if (!line.socket) pollAgain(line);
  else if (reply.value.activities.length > 0) replaceSocket(line);
};

const pollAgain = (line: Line): void => {
  line.pollsLeft -= 1;
  if (line.pollsLeft === 0) line.socketsFailed = SOCKET_TRIES - 1;
  later(line, line.pollsLeft === 0 ? comeBack : poll, document.hidden ? POLL_HIDDEN_MS : POLL_MS);
};

/** Asking brought what the socket did not: it is dead without knowing. */
const replaceSocket = (line: Line): void => {
  const dead = line.socket;
  line.socket = null;
  dead?.close();
  later(line, comeBack, 0);
};

const failed = (line: Line, refusal: Refusal, again: (line: Line) => Promise<void>): void => {
  if (line.stopped) return;
  if (isGone(refusal)) {
    stop(line);
    line.listener.gone();
    return;
  }
  line.listener.online(false);
  later(line, again, Math.max(line.backOff.next(), refusal.retryAfterMs));
};

const take = (line: Line, batch: Batch): void => {
  if (line.stopped) return;
  line.watermark = batch.watermark ?? line.watermark;
  line.listener.batch(batch);
};

const renew = (line: Line, session: Session): void => {
  if (line.stopped) return;
  line.session = session;
  line.listener.renewed(session);
};

const later = (line: Line, work: (line: Line) => Promise<void>, ms: number): void => {
  if (!line.stopped) line.timer.plan(() => work(line), ms);
};

const stop = (line: Line): void => {
  line.stopped = true;
  line.timer.cancel();
  line.socket?.close();
};

const openSocket = (url: string): WebSocket | null => {
  try {
    return new WebSocket(url);
  } catch {
    return null;
  }
};

/** Empty frames only keep the line open. */
const parseFrame = (data: unknown): Batch | null => {
  if (typeof data !== 'string' || data === '') return null;
  try {
    return readBatch(JSON.parse(data));
  } catch {
    return null;
  }
};
