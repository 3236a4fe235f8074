import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';
import { ActivitySet } from './direct-line-caller.js';

/** Opens a Direct Line stream and collects what comes. */
export const openStream = (url: string, options: ClientOptions = {}) => {
  const socket = new WebSocket(url, options);
  const texts: string[] = [];
  let watermark = '';
  socket.on('message', (data: Buffer) => {
    const set = ActivitySet.parse(JSON.parse(data.toString('utf8')));
    texts.push(...set.activities.map(({ text }) => text ?? ''));
    ({ watermark } = set);
  });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(([code]) => Number(code));
  return {
    socket,
    texts,
    watermark: () => watermark,
    opened: () => once(socket, 'open'),
    /** The close code. */
    closed,
  };
};

/** The status of a refused upgrade, or 101. */
export const upgradeStatus = (url: string, options: ClientOptions = {}): Promise<number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url, options);
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (request, { statusCode }) => {
      request.destroy();
      resolve(statusCode ?? 0);
    });
    socket.on('open', () => {
      resolve(101);
    });
  });
