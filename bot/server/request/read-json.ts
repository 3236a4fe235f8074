import { TextDecoder } from 'node:util';
import type { z } from 'zod';
import { HttpError } from '../http-errors.js';
import type { Incoming } from '../route.js';

/** The body as the schema says it. Microsoft's client calls `tokens/refresh` without any: that reads as `{}`. */
export const readJson = <S extends z.ZodType>({ headers, body }: Incoming, schema: S): z.output<S> => {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (body.length > 0 && type !== 'application/json')
    throw new HttpError(415, 'typeRefused', { type: 'application/json' });
  return schema.parse(body.length === 0 ? {} : parsed(body));
};

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new HttpError(400, 'badJson');
  }
};
