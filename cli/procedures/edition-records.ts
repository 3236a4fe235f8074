import type { Day } from '../../data/calendar/day.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { layEdition } from '../../data/procedures/edition/lay-edition.js';
import { correctionOn } from '../../data/procedures/edition/office-edition.js';
import type { OfficeEdition } from '../../data/procedures/edition/office-edition.js';

interface NamedRecord {
  /** Where to put it right: a file of the release, or the office's edition. */
  file: string;
  record: unknown;
}

/** The records the office answers from on a day, each with where it comes from. */
export const editionRecords = (
  shipped: readonly NamedRecord[],
  edition: OfficeEdition,
  day: Day,
): NamedRecord[] =>
  layEdition(loadCatalogue(), edition, day).all.map((record) => {
    const correction = correctionOn(record.code, edition, day);
    const file = shipped.find((one) => one.file.endsWith(`${record.code}.json`))?.file ?? record.code;
    return {
      record,
      file: correction ? `bản của cơ quan, sửa lần ${String(correction.edition)}` : file,
    };
  });
