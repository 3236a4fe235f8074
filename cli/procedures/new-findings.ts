import type { Day } from '../../data/calendar/day.js';
import { loadInstruments } from '../../data/load-instruments.js';
import type { Catalogue } from '../../data/procedures/catalogue.js';
import { checkDataset } from '../../data/procedures/check/check-dataset.js';
import type { Finding } from '../../data/procedures/check/finding.js';

/** What the check finds after the change that it did not find before, errors first. */
export const newFindings = (before: Catalogue, after: Catalogue, on: Day): Finding[] => {
  const known = new Set(findingsOf(before, on).map(nameOf));
  return findingsOf(after, on).filter(
    (finding) => finding.severity !== 'information' && !known.has(nameOf(finding)),
  );
};

const findingsOf = ({ all, lifeEvents }: Catalogue, on: Day): Finding[] =>
  checkDataset({
    records: all.map((record) => ({ file: record.code, record })),
    lifeEvents,
    instruments: loadInstruments(),
    on,
  });

const nameOf = ({ rule, code, field, what }: Finding): string => JSON.stringify([rule, code, field, what]);
