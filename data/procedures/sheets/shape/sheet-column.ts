import { text } from './cell-kind.js';
import type { CellKind } from './cell-kind.js';

/** One fact of a record's part: where it is kept, what a clerk reads above it, how it stands in the cell. */
export interface SheetColumn {
  /** Below the part: `time.note.vi`. */
  path: string;
  header: string;
  describe: string;
  kind: CellKind;
  width: number;
}

const WIDTH = 16;
const TEXT_WIDTH = 40;

export const column = (path: string, header: string, kind: CellKind, describe: string): SheetColumn => ({
  path,
  header,
  describe,
  kind,
  width: kind === text ? TEXT_WIDTH : WIDTH,
});

/** What a citizen reads takes two columns: Vietnamese, which is binding, and English where there is one. */
export const inTwoLanguages = (path: string, header: string, describe: string): SheetColumn[] => [
  column(below(path, 'vi'), header, text, describe),
  column(below(path, 'en'), `${header} (tiếng Anh)`, text, `${describe}, bằng tiếng Anh; trống: chưa dịch`),
];

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
