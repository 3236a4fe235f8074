import { createHmac, timingSafeEqual } from 'node:crypto';

/** A message signed longer ago, or dated further ahead, may be an old one sent again. */
const WINDOW_SECONDS = 5 * 60;

/** The value of `X-Motcua-Signature`: HMAC-SHA-256 over `timestamp.rawBody`. */
export const sign = (secret: string, timestamp: string, rawBody: Buffer): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(rawBody).digest('hex')}`;

export interface Signed {
  /** Seconds since 1970, as the header says it. */
  timestamp: string;
  signature: string;
  rawBody: Buffer;
}

/** The time is judged only when the signature is right: a stranger learns nothing of our clock. */
export const verifySignature = (
  secret: string,
  { timestamp, signature, rawBody }: Signed,
  now: Date,
): 'valid' | 'wrongSignature' | 'outsideWindow' => {
  const expected = Buffer.from(sign(secret, timestamp, rawBody));
  const given = Buffer.from(signature.toLowerCase());
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'wrongSignature';
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  return /^\d+$/.test(timestamp) && age <= WINDOW_SECONDS ? 'valid' : 'outsideWindow';
};
