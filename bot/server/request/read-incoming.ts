import type { Request } from 'restify';
import { z } from 'zod';
import type { Incoming } from '../route.js';
import { localeOfHeader } from './accept-language.js';
import { clientAddress } from './client-address.js';

const Params = z.record(z.string(), z.string());

interface Settings {
  trustProxy: boolean;
  /** The address citizens see; without it, what the caller wrote in Host. */
  publicUrl: string | undefined;
}

/** What routes need of a request, its body not yet read. */
export const readIncoming = (request: Request, { trustProxy, publicUrl }: Settings): Incoming => {
  const { method = '', headers } = request;
  const scheme = trustProxy && headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  const [, query = ''] = (request.url ?? '').split('?', 2);
  return {
    method,
    params: Params.parse(request.params),
    query: new URLSearchParams(query),
    headers,
    body: Buffer.alloc(0),
    address: clientAddress(request, trustProxy),
    base: publicUrl ?? `${scheme}://${headers.host ?? 'localhost'}`,
    locale: localeOfHeader(headers['accept-language']),
  };
};
