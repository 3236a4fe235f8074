import type { Day } from '../../calendar/day.js';
import type { LifeEvent } from '../catalogue.js';
import { Procedure } from '../procedure.js';
import { doubtfulBasis } from './legal-basis.js';
import type { InstrumentHistory } from './legal-basis.js';
import { missingEnglish } from './texts/english.js';
import { brokenFacts } from './facts.js';
import type { CheckedRecord, Finding, Severity } from './finding.js';
import { outOfDate } from './freshness.js';
import { notable } from './notable.js';
import { longSentences } from './texts/plain-language.js';
import { brokenReferences } from './references.js';
import { schemaFindings } from './schema-findings.js';
import { stepTimes } from './step-times.js';
import { indistinguishable } from './uniqueness.js';
import { forbiddenWording } from './texts/wording.js';

export interface Dataset {
  records: readonly { file: string; record: unknown }[];
  lifeEvents: readonly LifeEvent[];
  instruments: readonly InstrumentHistory[];
  /** The day the dataset is judged on. */
  on: Day;
}

/** Everything that is wrong, doubtful or worth knowing, worst first and then by file. */
export const checkDataset = ({ records, lifeEvents, instruments, on }: Dataset): Finding[] => {
  const checked: CheckedRecord[] = [];
  const findings: Finding[] = [];
  for (const { file, record } of records) {
    const parsed = Procedure.safeParse(record);
    if (parsed.success) checked.push({ file, procedure: parsed.data });
    else findings.push(...schemaFindings(file, record, parsed.error));
  }
  const each = [
    forbiddenWording,
    brokenFacts,
    (record: CheckedRecord) => doubtfulBasis(record, instruments, on),
    (record: CheckedRecord) => outOfDate(record, on),
    longSentences,
    missingEnglish,
    stepTimes,
    notable,
  ];
  findings.push(
    ...indistinguishable(checked),
    // With a record missing, every reference to it would be an error that is none.
    ...(checked.length === records.length ? brokenReferences(checked, lifeEvents) : []),
    ...checked.flatMap((record) => each.flatMap((rule) => rule(record))),
  );
  return findings.sort(
    (one, other) => ORDER[one.severity] - ORDER[other.severity] || compare(one.file, other.file),
  );
};

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
