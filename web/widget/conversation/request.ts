import { recordOf, textOf } from './loose.js';

/** `status` 0: no answer came. `message` is the server's own, written for citizens. */
export interface Refusal {
  ok: false;
  status: number;
  message: string;
  retryAfterMs: number;
}
export type Reply<Value> = { ok: true; value: Value } | Refusal;

export interface Call {
  method: 'GET' | 'POST';
  /** Below `/v3/directline/`. */
  path: string;
  token?: string;
  body?: unknown;
}

const PATIENCE_MS = 20_000;

/** One call of the server; never rejects. */
export const request = async <Value>(
  server: string,
  call: Call,
  read: (body: Record<string, unknown>) => Value,
): Promise<Reply<Value>> => {
  const patience = new AbortController();
  const timer = setTimeout(() => {
    patience.abort();
  }, PATIENCE_MS);
  try {
    const response = await fetch(`${server}/v3/directline/${call.path}`, {
      method: call.method,
      credentials: 'omit',
      cache: 'no-store',
      signal: patience.signal,
      headers: {
        ...(call.token === undefined ? {} : { Authorization: `Bearer ${call.token}` }),
        ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    const body = recordOf(await response.json().catch(() => null));
    return response.ok ? { ok: true, value: read(body) } : refusal(response, body);
  } catch {
    return { ok: false, status: 0, message: '', retryAfterMs: 0 };
  } finally {
    clearTimeout(timer);
  }
};

/** True when the conversation itself cannot be used any more: its token ran out or the server forgot it. */
export const isGone = ({ status }: Refusal): boolean => status === 401 || status === 403 || status === 404;

/** The same message would be refused again; too many requests and a tired server pass. */
export const isFinal = ({ status }: Refusal): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;

const refusal = (response: Response, body: Record<string, unknown>): Refusal => ({
  ok: false,
  status: response.status,
  message: textOf(recordOf(body['error'])['message']),
  retryAfterMs: (Number(response.headers.get('Retry-After')) || 0) * 1000,
});
