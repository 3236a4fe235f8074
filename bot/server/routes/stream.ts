import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Config } from '../../../config.js';
import type { Clock } from '../../../data/clock.js';
import type { WakeUp } from '../../../data/conversations/wake-up.js';
import type { Store } from '../../../data/store.js';
import type { Tokens } from '../../channels/directline/token.js';
import type { Limits } from '../limits.js';
import type { Origins } from '../origins.js';
import type { RateLimits } from '../rate-limit.js';
import { streamActivities } from './activity-stream.js';
import { createAdmission } from './stream-admission.js';
import type { Admitted } from './stream-admission.js';
import { createStreamCounts } from './stream-counts.js';

interface Dependencies {
  store: Store;
  wakeUp: WakeUp;
  clock: Clock;
  log: Logger;
  config: Config;
  limits: Limits;
  rates: RateLimits;
  tokens: Tokens;
  origins: Origins;
}

/** Direct Line's WebSocket: takes over the server's `upgrade` requests. */
export const createStreams = (dependencies: Dependencies) => {
  const { limits, log } = dependencies;
  const counts = createStreamCounts();
  const admit = createAdmission({ ...dependencies, counts });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.streams.frameBytes,
    perMessageDeflate: false,
  });
  let closing = false;

  const open = (socket: WebSocket, { grant, watermark, address }: Admitted): void => {
    socket.once('close', counts.enter([address, grant.conversationId]));
    streamActivities(socket, { grant, watermark }, dependencies);
  };
  return {
    upgrade: (request: IncomingMessage, connection: Duplex, head: Buffer): void => {
      connection.on('error', () => connection.destroy());
      const admission = closing ? { refused: 503 } : admit(request);
      log.info({ event: 'stream.upgrade', status: 'refused' in admission ? admission.refused : 101 });
      if ('refused' in admission) refuse(connection, admission.refused);
      else
        sockets.handleUpgrade(request, connection, head, (socket) => {
          open(socket, admission);
        });
    },
    /** 1001, "going away": clients come back by themselves. Resolves when all are gone. */
    async close(): Promise<void> {
      closing = true;
      await Promise.all([...sockets.clients].map(goneAway));
      sockets.close();
    },
  };
};

/** A browser shows none of it: the status is for logs and for people who try by hand. */
const refuse = (connection: Duplex, status: number): void => {
  const retry = status === 429 ? 'Retry-After: 10\r\n' : '';
  const line = `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`;
  connection.end(`${line}\r\n${retry}Connection: close\r\nContent-Length: 0\r\n\r\n`, () => {
    connection.destroy();
  });
};

const GOING_AWAY = 1001;
const GOODBYE_MS = 1_000;

/** Asks to close, and does not wait long for the answer. */
const goneAway = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    const impatient = setTimeout(() => {
      socket.terminate();
    }, GOODBYE_MS);
    socket.once('close', () => {
      clearTimeout(impatient);
      resolve();
    });
    socket.close(GOING_AWAY);
  });
