import type { IncomingMessage } from 'node:http';
import { HttpError } from '../http-errors.js';

/** The raw bytes, as signatures need them. What is over the limit is not kept. */
export const readBody = (request: IncomingMessage, limit: number): Promise<Buffer> => {
  const tooLarge = new HttpError(413, 'tooLarge', { limit: Math.floor(limit / 1024) });
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge);
  // A compressed body of 64 KB may hold 64 MB.
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
    return Promise.reject(new HttpError(415, 'typeRefused', { type: 'identity' }));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(tooLarge);
    });
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.once('error', () => {
      reject(new HttpError(400, 'badJson'));
    });
  });
};
