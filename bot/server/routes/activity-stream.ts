import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Clock } from '../../../data/clock.js';
import type { WakeUp } from '../../../data/conversations/wake-up.js';
import { isDomainError } from '../../../data/domain-error.js';
import type { Store } from '../../../data/store.js';
import { toActivitySet } from '../../channels/directline/activity-set.js';
import type { Grant } from '../../channels/directline/token.js';
import type { Limits } from '../limits.js';

interface Dependencies {
  store: Store;
  wakeUp: WakeUp;
  clock: Clock;
  log: Logger;
  limits: Limits;
}

/** Codes of our own begin at 4000: the client fetches a new stream address after any of them. */
const TOKEN_EXPIRED = 4001;
const INTERNAL_ERROR = 1011;

/** Sends what is logged after the watermark, now and whenever the log grows, until the grant ends. */
export const streamActivities = (
  socket: WebSocket,
  { grant, watermark }: { grant: Grant; watermark: number },
  dependencies: Dependencies,
): void => {
  const { wakeUp, clock, log, limits } = dependencies;
  const pump = createPump(socket, grant.conversationId, watermark, dependencies);
  let retry: NodeJS.Timeout | undefined;
  const wake = (): void => {
    pump().catch((err: unknown) => {
      if (socket.readyState !== socket.OPEN) return;
      if (isDomainError(err, 'store.unavailable')) {
        // Thousands who come back at once would not help a storage that is gone: the stream waits for it.
        clearTimeout(retry);
        retry = setTimeout(wake, limits.streams.retryMs);
        return;
      }
      log.warn({ event: 'stream.failed', err });
      socket.close(INTERNAL_ERROR);
    });
  };
  const unsubscribe = wakeUp.subscribe(grant.conversationId, wake);
  const stopPinging = keepAlive(socket, limits.streams.pingMs);
  const left = Math.max(0, grant.until * 1000 - clock.now().getTime());
  const expiry = setTimeout(() => {
    socket.close(TOKEN_EXPIRED);
  }, left);
  socket.on('error', () => {
    socket.terminate();
  });
  socket.once('close', () => {
    unsubscribe();
    stopPinging();
    clearTimeout(expiry);
    clearTimeout(retry);
  });
  wake();
};

/** One frame at a time, the next only when the last has left: a slow reader lags and costs no memory. */
const createPump = (
  socket: WebSocket,
  conversationId: string,
  watermark: number,
  { store, limits }: Dependencies,
) => {
  const { batch } = limits.streams;
  let place = watermark;
  let wakes = 0;
  let served = 0;
  let pumping = false;
  const sendOn = async (): Promise<void> => {
    served = wakes;
    const logged = await store.activities.since(conversationId, place);
    if (logged.length === 0) return;
    const set = toActivitySet(logged.slice(0, batch), place);
    await sendFrame(socket, JSON.stringify(set));
    place = Number(set.watermark);
    if (logged.length > batch) wakes += 1;
  };
  return async (): Promise<void> => {
    wakes += 1;
    if (pumping) return;
    pumping = true;
    try {
      while (served < wakes && socket.readyState === socket.OPEN) await sendOn();
    } finally {
      pumping = false;
    }
  };
};

/** A peer that answers no ping is gone. */
const keepAlive = (socket: WebSocket, pingMs: number): (() => void) => {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) socket.terminate();
    alive = false;
    socket.ping();
  }, pingMs);
  return () => {
    clearInterval(timer);
  };
};

/** Resolves when the frame is with the operating system. */
const sendFrame = (socket: WebSocket, frame: string): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.send(frame, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
