import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Whose requests are counted together. Behind the office's own proxy it is the last entry of X-Forwarded-For, the one
 * that proxy wrote; anybody can write the ones before it.
 */
export const clientAddress = (request: IncomingMessage, trustProxy: boolean): string => {
  const direct = request.socket.remoteAddress ?? '';
  const forwarded = trustProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return grouped(forwarded !== undefined && isIP(forwarded) !== 0 ? forwarded : direct);
};

/** One household holds a whole /64 of IPv6 addresses. */
const grouped = (address: string): string => {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(mapped) !== 6) return mapped;
  const [head = '', tail] = mapped.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter((g) => g !== '').length;
  return [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0')].slice(0, 4).join(':');
};
