import { z } from 'zod';
import { Instant, instant } from '../calendar/day.js';

const HOUR_MS = 3_600_000;

/** More than any office's limit (office-profile.ts); older ones are not needed to know that the limit is reached. */
const KEPT = 20;

/** Failed attempts at one code, kept as state. Codes that do not exist are counted alike: the answer is the same. */
export const WrongChecks = z.strictObject({ failures: z.array(Instant).max(KEPT) });
export type WrongChecks = z.infer<typeof WrongChecks>;

export const NO_WRONG_CHECKS: WrongChecks = { failures: [] };

/** The state key. `what` keeps dossiers and feedback PINs apart. */
export const wrongChecksKey = (what: 'dossier' | 'feedback', code: string): string =>
  `${WRONG_CHECKS_PREFIX}${what}:${code}`;

/** What all their keys begin with. */
export const WRONG_CHECKS_PREFIX = 'wrong-checks:';

export const isLocked = (checks: WrongChecks, limit: number, now: Date): boolean =>
  recent(checks, now).length >= limit;

/** They are as good as none. */
export const isForgotten = (checks: WrongChecks, now: Date): boolean => recent(checks, now).length === 0;

/** One more failure; those older than an hour are forgotten. */
export const withFailure = (checks: WrongChecks, now: Date): WrongChecks => ({
  failures: [...recent(checks, now), instant(now)].slice(-KEPT),
});

const recent = ({ failures }: WrongChecks, now: Date): Instant[] =>
  failures.filter((at) => now.getTime() - Date.parse(at) < HOUR_MS);
