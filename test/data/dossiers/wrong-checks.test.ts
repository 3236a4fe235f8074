import { describe, expect, it } from 'vitest';
import {
  isLocked,
  NO_WRONG_CHECKS,
  withFailure,
  WrongChecks,
  wrongChecksKey,
} from '../../../data/dossiers/wrong-checks.js';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 22, 1, minutes));
const failures = (times: number[]): WrongChecks =>
  times.reduce((checks, minute) => withFailure(checks, at(minute)), NO_WRONG_CHECKS);

describe('wrong checks of a code', () => {
  it('lock it at the limit', () => {
    expect(isLocked(failures([0, 1, 2, 3]), 5, at(4))).toBe(false);
    expect(isLocked(failures([0, 1, 2, 3, 4]), 5, at(5))).toBe(true);
  });

  it('are forgotten one by one, an hour after each', () => {
    const checks = failures([0, 10, 20, 30, 40]);
    expect(isLocked(checks, 5, at(59))).toBe(true);
    expect(isLocked(checks, 5, at(60))).toBe(false);
    expect(isLocked(withFailure(checks, at(61)), 5, at(62))).toBe(true);
  });

  it('stay small and storable however often somebody tries', () => {
    const checks = failures(Array.from({ length: 500 }, (_, index) => index / 100));
    expect(WrongChecks.parse(checks).failures).toHaveLength(20);
    expect(isLocked(checks, 20, at(6))).toBe(true);
  });

  it('are kept apart for dossiers and feedback', () => {
    expect(wrongChecksKey('dossier', 'X')).not.toBe(wrongChecksKey('feedback', 'X'));
  });
});
