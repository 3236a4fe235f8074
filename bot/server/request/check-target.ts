import type { Request } from 'restify';
import { HttpError } from '../http-errors.js';

/** A name or an address, perhaps with a port: it goes into our own headers and addresses. */
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** Refuses what no browser sends. restify would throw while it looks for the route, outside every handler, and stop the process. */
export const checkTarget = ({ headers, url = '' }: Request): void => {
  const host = headers.host ?? 'localhost';
  if (!HOST.test(host)) throw new HttpError(400, 'badField', { field: 'Host' });
  if (!url.startsWith('/') || !URL.canParse(`http://${host}${url}`)) throw new HttpError(404, 'notFound');
};
