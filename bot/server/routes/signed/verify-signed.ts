import { verifySignature } from '../../../channels/hotline/signature.js';
import { HttpError } from '../../http-errors.js';
import type { Incoming } from '../../route.js';

/** Refuses, before the body is read, what the other system did not sign just now. */
export const verifySigned = ({ headers, body }: Incoming, secret: string, now: Date): void => {
  const signed = {
    timestamp: String(headers['x-motcua-timestamp'] ?? ''),
    signature: String(headers['x-motcua-signature'] ?? ''),
    rawBody: body,
  };
  const verdict = verifySignature(secret, signed, now);
  if (verdict === 'wrongSignature') throw new HttpError(401, 'signatureRefused');
  if (verdict === 'outsideWindow') throw new HttpError(401, 'timestampRefused');
};
