import type { Clock } from '../../../../data/clock.js';
import { InboundSms } from '../../../channels/hotline/inbound-sms.js';
import type { SmsHotline } from '../../../channels/hotline/sms-hotline.js';
import type { RateLimits } from '../../rate-limit.js';
import { readJson } from '../../request/read-json.js';
import { json } from '../../route.js';
import type { Route } from '../../route.js';
import { verifySigned } from './verify-signed.js';

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
            verifySigned(incoming, secret, clock.now());
            const message = readJson(incoming, InboundSms);
            await rates.take('sms', message.from);
            return json(200, { status: 'accepted', replies: await sms.receive(message) });
          },
        },
      ];
