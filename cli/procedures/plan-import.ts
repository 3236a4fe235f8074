import type { Day } from '../../data/calendar/day.js';
import { loadCheckQuestions } from '../../data/load-check-questions.js';
import { loadUnderstanding } from '../../data/load-understanding.js';
import type { Catalogue } from '../../data/procedures/catalogue.js';
import type { Finding } from '../../data/procedures/check/finding.js';
import { layEdition } from '../../data/procedures/edition/lay-edition.js';
import { nextCorrections } from '../../data/procedures/edition/next-corrections.js';
import type { CorrectionTerms } from '../../data/procedures/edition/next-corrections.js';
import { correctionsOf } from '../../data/procedures/edition/office-edition.js';
import type { OfficeEdition } from '../../data/procedures/edition/office-edition.js';
import { officeQuestions } from '../../data/procedures/edition/office-questions.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import { compareRecords } from '../../data/procedures/sheets/compare-records.js';
import type { RecordChange } from '../../data/procedures/sheets/compare-records.js';
import type { ReadRecord } from '../../data/procedures/sheets/reading/read-dataset.js';
import { placeOf } from '../../data/procedures/sheets/reading/reading.js';
import type { SheetPlace } from '../../data/procedures/sheets/reading/reading.js';
import { changedAnswers } from '../../data/understanding/compare-answers.js';
import type { ChangedAnswer } from '../../data/understanding/compare-answers.js';
import { newFindings } from './new-findings.js';

/** All that an import would do, before it does it. */
export interface ImportPlan {
  unchanged: number;
  changed: ChangedRecord[];
  /** Errors of the check that the change would bring: nothing is kept. */
  blocking: PlacedFinding[];
  doubtful: PlacedFinding[];
  questions: number;
  answers: ChangedAnswer[];
  titleOf: (code: string) => string;
}

export interface ChangedRecord {
  record: Procedure;
  isNew: boolean;
  changes: RecordChange[];
  /** The day of verification was left as it was. */
  stillVerifiedOn: Day | null;
  /** A correction dated later will take this one's place. */
  replacedFrom: Day | null;
}

export interface PlacedFinding {
  finding: Finding;
  place: SheetPlace | null;
}

export const planImport = (
  base: Catalogue,
  edition: OfficeEdition,
  read: readonly ReadRecord[],
  terms: CorrectionTerms,
): ImportPlan => {
  const { effectiveFrom } = terms;
  const now = layEdition(base, { ...edition, aliases: [] }, effectiveFrom);
  const changed = read
    .map(({ record }) => changeOf(record, now, edition, effectiveFrom))
    .filter(({ changes, isNew }) => isNew || changes.length > 0);
  const corrections = nextCorrections(
    changed.map(({ record }) => record),
    edition,
    terms,
  );
  const before = layEdition(base, edition, effectiveFrom);
  const next = { ...edition, corrections: [...edition.corrections, ...corrections] };
  const after = layEdition(base, next, effectiveFrom);
  const findings = changed.length === 0 ? [] : newFindings(before, after, effectiveFrom);
  const placed = findings.map((finding) => ({ finding, place: placeIn(read, finding) }));
  return {
    unchanged: read.length - changed.length,
    changed,
    blocking: placed.filter(({ finding }) => finding.severity === 'error'),
    doubtful: placed.filter(({ finding }) => finding.severity === 'warning'),
    ...answersOf(before, after, changed, officeQuestions(edition)),
    titleOf: (code) => (after.find(code) ?? before.find(code))?.title.vi ?? code,
  };
};

const changeOf = (
  record: Procedure,
  now: Catalogue,
  edition: OfficeEdition,
  effectiveFrom: Day,
): ChangedRecord => {
  const before = now.find(record.code);
  const later = correctionsOf(record.code, edition).find((one) => one.effectiveFrom > effectiveFrom);
  return {
    record,
    isNew: before === null,
    changes: compareRecords(before, record),
    stillVerifiedOn: before?.verifiedOn === record.verifiedOn ? record.verifiedOn : null,
    replacedFrom: later?.effectiveFrom ?? null,
  };
};

/** The shipped questions, the office's own, and the names of what changed, as it was and as it is. */
const answersOf = (
  before: Catalogue,
  after: Catalogue,
  changed: readonly ChangedRecord[],
  own: readonly string[],
) => {
  if (changed.length === 0) return { questions: 0, answers: [] };
  const names = changed.flatMap(({ record: { code } }) =>
    [before.find(code), after.find(code)].flatMap((record) =>
      record ? [record.title.vi, ...record.aliases, ...record.situations] : [],
    ),
  );
  const shipped = loadCheckQuestions().map(({ question }) => question);
  const questions = [...new Set([...shipped, ...own, ...names])];
  return {
    questions: questions.length,
    answers: changedAnswers(questions, loadUnderstanding(before), loadUnderstanding(after)),
  };
};

const placeIn = (read: readonly ReadRecord[], { code, field }: Finding): SheetPlace | null => {
  const found = read.find(({ record }) => record.code === code);
  return found ? placeOf(found.reading, field) : null;
};
