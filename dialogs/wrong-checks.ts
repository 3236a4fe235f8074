import { WrongChecks, isLocked, withFailure, wrongChecksKey } from '../data/dossiers/wrong-checks.js';
import type { Change } from '../data/store.js';
import type { Turn } from './turn.js';

/** How often a code's check failed in the last hour, and the change that notes one more failure. */
export const readWrongChecks = async (turn: Turn, what: 'dossier' | 'feedback', code: string) => {
  const { store, office, clock } = turn.services;
  const key = wrongChecksKey(what, code);
  const checks = WrongChecks.parse((await store.state.read([key]))[key] ?? { failures: [] });
  return {
    locked: isLocked(checks, office.wrongChecksPerHour, clock.now()),
    failed: (at: Date): Change => ({ kind: 'state', key, value: withFailure(checks, at) }),
  };
};
