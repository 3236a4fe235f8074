import type { Change, StateStore } from '../store.js';
import { isLocked, NO_WRONG_CHECKS, withFailure, WrongChecks, wrongChecksKey } from './wrong-checks.js';

export interface CheckedCode {
  what: 'dossier' | 'feedback';
  code: string;
  /** Wrong checks allowed in an hour. */
  limit: number;
  now: Date;
}

/** Whether a code is locked for now, and the change that notes one more wrong check. */
export const readWrongChecks = async (
  state: StateStore,
  { what, code, limit, now }: CheckedCode,
): Promise<{ locked: boolean; oneMore: Change }> => {
  const key = wrongChecksKey(what, code);
  const checks = WrongChecks.safeParse((await state.read([key]))[key]).data ?? NO_WRONG_CHECKS;
  return {
    locked: isLocked(checks, limit, now),
    oneMore: { kind: 'state', key, value: withFailure(checks, now) },
  };
};
