import type { Config } from '../../../../config.js';
import type { Clock } from '../../../../data/clock.js';
import { createKeepDossier } from '../../../../data/dossiers/received/keep-dossier.js';
import type { Randomness } from '../../../../data/randomness.js';
import type { Store } from '../../../../data/store.js';
import type { SmsHotline } from '../../../channels/hotline/sms-hotline.js';
import type { RateLimits } from '../../rate-limit.js';
import type { Route } from '../../route.js';
import { dossierPushRoutes } from './dossier-push.js';
import { hotlineSmsRoutes } from './hotline-sms.js';

interface Dependencies {
  sms: SmsHotline;
  store: Store;
  random: Randomness;
  clock: Clock;
  rates: RateLimits;
  config: Config;
}

/** For other systems, each with the secret it shares with us. */
export const signedRoutes = ({ sms, store, random, clock, rates, config }: Dependencies): Route[] => [
  ...hotlineSmsRoutes({ sms, clock, rates, secret: config.HOTLINE_SMS_SECRET }),
  ...dossierPushRoutes({
    keepDossier: createKeepDossier({ store, random }),
    clock,
    secret: config.DOSSIER_PUSH_SECRET,
  }),
];
