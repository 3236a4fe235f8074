import type { Clock } from '../../../data/clock.js';
import { InboundSms } from '../../channels/hotline/inbound-sms.js';
import { verifySignature } from '../../channels/hotline/signature.js';
import type { SmsHotline } from '../../channels/hotline/sms-hotline.js';
import { HttpError } from '../http-errors.js';
import type { RateLimits } from '../rate-limit.js';
import { readJson } from '../request/read-json.js';
import { json } from '../route.js';
import type { Route } from '../route.js';

interface Dependencies {
  sms: SmsHotline;
  /** Shared with the gateway; without it there is no route. */
  secret: string | undefined;
  clock: Clock;
  rates: RateLimits;
}

/** The gateway's webhook: verified before it is read, kept before it is acknowledged. */
export const hotlineSmsRoutes = ({ sms, secret, clock, rates }: Dependencies): Route[] =>
  secret === undefined
    ? []
    : [
        {
          method: 'post',
          path: '/hotline/sms',
          callers: 'anyone',
          async handle(incoming) {
            const signed = {
              timestamp: String(incoming.headers['x-motcua-timestamp'] ?? ''),
              signature: String(incoming.headers['x-motcua-signature'] ?? ''),
              rawBody: incoming.body,
            };
            const verdict = verifySignature(secret, signed, clock.now());
            if (verdict === 'wrongSignature') throw new HttpError(401, 'signatureRefused');
            if (verdict === 'outsideWindow') throw new HttpError(401, 'timestampRefused');
            const message = readJson(incoming, InboundSms);
            rates.take('sms', message.from);
            return json(200, { status: 'accepted', replies: await sms.receive(message) });
          },
        },
      ];
