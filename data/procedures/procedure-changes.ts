import type { Day } from '../calendar/day.js';
import type { LocalText } from '../language/locale.js';
import type { Notice, Procedure } from './procedure.js';

/** Something a record says began, stops or will be different. */
export interface ProcedureChange {
  procedure: Procedure;
  kind: Notice['kind'] | 'starts' | 'ends' | 'replaced';
  /** null: the record tells the change but not its day. */
  day: Day | null;
  /** null: the kind says it all. */
  text: LocalText | null;
  /** The document or decision that says so, where one is named. */
  source: string | null;
}

/** Every change the records tell of, newest first, undated last. What applies in one place only and always is no change. */
export const procedureChanges = (procedures: readonly Procedure[]): ProcedureChange[] =>
  procedures
    .flatMap((procedure) => [...noticed(procedure), ...started(procedure), ...ended(procedure)])
    .sort(
      (one, other) =>
        compare(other.day ?? '', one.day ?? '') || compare(one.procedure.code, other.procedure.code),
    );

const noticed = (procedure: Procedure): ProcedureChange[] =>
  procedure.notices
    .filter(({ kind, from }) => kind !== 'information' || from !== null)
    .map(({ kind, from, text, source }) => ({ procedure, kind, day: from, text, source }));

/** A notice for the same day says it in words already. */
const started = (procedure: Procedure): ProcedureChange[] => {
  const { effectiveFrom: day, notices, publishedBy: source } = procedure;
  return day === null || notices.some(({ from }) => from === day)
    ? []
    : [{ procedure, kind: 'starts', day, text: null, source }];
};

const ended = (procedure: Procedure): ProcedureChange[] => {
  const { effectiveTo: day, replacedBy } = procedure;
  if (day === null && replacedBy === null) return [];
  return [{ procedure, kind: replacedBy === null ? 'ends' : 'replaced', day, text: null, source: null }];
};

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
