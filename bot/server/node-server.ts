import { Server as HttpServer } from 'node:http';
import type { Server } from 'restify';
import type { Config } from '../../config.js';
import type { Limits } from './limits.js';

/** Node's server under restify, with its time limits set. */
export const nodeServerOf = ({ server }: Server, limits: Limits): HttpServer => {
  if (!isHttpServer(server)) throw new TypeError('restify runs on something other than node:http');
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.keepAliveTimeout = limits.keepAliveMs;
  server.maxHeadersCount = limits.headers;
  return server;
};

/** Resolves with the address to open in a browser on this machine. */
export const listen = (http: HttpServer, { HOST, PORT }: Config): Promise<string> =>
  new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(PORT, HOST, () => {
      http.off('error', reject);
      const address = http.address();
      const port = address !== null && typeof address === 'object' ? address.port : PORT;
      resolve(`http://${reachable(HOST)}:${String(port)}`);
    });
  });

/** Stops accepting and resolves when the last connection has ended, cut after `patienceMs`. */
export const closeNode = async (http: HttpServer, patienceMs: number): Promise<void> => {
  if (!http.listening) return;
  const closed = new Promise<void>((resolve) => {
    http.close(() => {
      resolve();
    });
  });
  // A connection that was busy when the server closed stays open once it is idle.
  const sweep = setInterval(() => {
    http.closeIdleConnections();
  }, 50);
  const cut = setTimeout(() => {
    http.closeAllConnections();
  }, patienceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
};

/** Its types know of spdy and https too. */
const isHttpServer = (server: unknown): server is HttpServer => server instanceof HttpServer;

const reachable = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
};
