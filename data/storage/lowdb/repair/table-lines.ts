import { CHANGE_KINDS } from '../../../store.js';
import type { Change } from '../../../store.js';
import { openBase } from '../archive/archive.js';
import { recordsFile } from '../archive/manifest.js';
import type { Manifest } from '../archive/manifest.js';
import type { Shelf } from '../archive/shelf.js';
import { changeFrom } from '../archive/table.js';
import type { Table } from '../archive/table.js';
import { isOpenKind } from '../../head.js';
import { CHECKSUM_LENGTH, hasChecksum } from '../journal/entry.js';
import { linesOf } from '../journal/journal-lines.js';

/** A line of the archive: its change, or null when it is not what was written. */
export interface TableLine {
  number: number;
  bytes: Buffer;
  change: Change | null;
}

/** All lines of a table, a batch at a time. */
export async function* tableLines(shelf: Shelf, { base, generation }: Table): AsyncGenerator<TableLine[]> {
  const file = shelf.open(recordsFile(base, generation));
  let number = 0;
  try {
    for await (const lines of linesOf(file, 0, file.size()))
      yield lines.map(({ bytes, whole }) => ({
        number: ++number,
        bytes,
        change: whole ? changeIn(bytes) : null,
      }));
  } finally {
    file.close();
  }
}

/** Of each kind the months in their order, then the list of open work: what a month has lost may be there. */
export const tablesOf = ({ files }: Manifest): (Table & { kind: Change['kind'] })[] =>
  CHANGE_KINDS.flatMap((kind) => {
    const months = Object.keys(files)
      .filter((base) => base.endsWith(`-${kind}`) && /^\d{4}-/.test(base))
      .sort();
    return [...months, ...(isOpenKind(kind) ? [openBase(kind)] : [])].flatMap((base) => {
      const generation = files[base];
      return generation === undefined ? [] : [{ kind, base, generation }];
    });
  });

/** Every change of the archive that is still what was written, in lists to load. */
export async function* intactChanges(shelf: Shelf, manifest: Manifest): AsyncGenerator<Change[]> {
  for (const table of tablesOf(manifest))
    for await (const lines of tableLines(shelf, table))
      yield lines.flatMap(({ change }) => (change ? [change] : []));
}

const SPACE = 32;

const changeIn = (line: Buffer): Change | null => {
  const change = line.subarray(CHECKSUM_LENGTH + 1);
  return line[CHECKSUM_LENGTH] === SPACE && hasChecksum(line, change) ? changeFrom(change) : null;
};
