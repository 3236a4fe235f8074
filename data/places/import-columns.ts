import { fold } from '../language/fold.js';

const HEADINGS = {
  province: ['Tỉnh cũ', 'Tỉnh, thành phố cũ'],
  district: ['Huyện cũ', 'Quận, huyện cũ', 'Quận huyện cũ'],
  ward: ['Xã cũ', 'Phường, xã cũ', 'Phường xã cũ'],
  name: ['Xã mới', 'Phường, xã mới', 'Phường xã mới'],
  seat: ['Trụ sở', 'Địa chỉ trụ sở'],
} as const;
export type PlaceColumn = keyof typeof HEADINGS;

const COLUMNS = Object.keys(HEADINGS) as PlaceColumn[];

/** The seat may be left out; a column we do not know is named and left alone. */
export type PlaceHeader =
  | { ok: true; at: Partial<Record<PlaceColumn, number>>; ignored: string[] }
  | { ok: false; missing: string[] };

export const headingOf = (column: PlaceColumn): string => HEADINGS[column][0];

export const readPlaceHeader = (header: readonly unknown[]): PlaceHeader => {
  const said = header.map((cell) => (typeof cell === 'string' ? plain(cell) : ''));
  const found = COLUMNS.map((column) => {
    const names = HEADINGS[column].map(plain);
    return [column, said.findIndex((name) => names.includes(name))] as const;
  });
  const missing = found.filter(([column, at]) => at < 0 && column !== 'seat');
  if (missing.length > 0) return { ok: false, missing: missing.map(([column]) => headingOf(column)) };
  const at = Object.fromEntries(found.filter(([, index]) => index >= 0));
  const used = new Set(Object.values<number>(at));
  const ignored = header.flatMap((cell, index) =>
    typeof cell === 'string' && cell.trim() !== '' && !used.has(index) ? [cell.trim()] : [],
  );
  return { ok: true, at, ignored };
};

const plain = (heading: string): string => fold(heading).replace(/[^a-z0-9]/g, '');
