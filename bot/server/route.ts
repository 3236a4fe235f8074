import type { IncomingHttpHeaders } from 'node:http';
import type { Locale } from '../../data/language/locale.js';
import type { RateName } from './limits.js';

/** A request as routes see it: nothing of restify, nothing of sockets. */
export interface Incoming {
  method: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** Exactly the bytes received; empty for GET. */
  body: Buffer;
  /** Who sent it, for limits only; never logged. */
  address: string;
  /** `https://host` as the caller reached us. */
  base: string;
  /** The reader's language; a route sets it once the body says better than the headers. */
  locale: Locale;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface Route {
  method: 'get' | 'post' | 'put' | 'opts';
  /** As restify writes it; what the log shows instead of the address, which holds ids and tickets. */
  path: string;
  /** Who may call it from a browser: pages of our own and of ALLOWED_ORIGINS, or anything that can reach it. */
  callers: 'allowedOrigins' | 'anyone';
  /** Taken by address before the body is read, besides the limit every request has. */
  rate?: RateName;
  handle: (incoming: Incoming) => Promise<Reply> | Reply;
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  body: JSON.stringify(body),
});
