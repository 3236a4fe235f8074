import { z } from 'zod';
import { cleanText } from '../language/clean-text.js';
import { headingOf } from './import-columns.js';
import type { PlaceColumn } from './import-columns.js';
import type { PlaceTable } from './place-table.js';
import { nameKey } from './unit-name.js';

export interface PlaceRow {
  /** As the spreadsheet counts them. */
  line: number;
  cell: (column: PlaceColumn) => unknown;
}

export type ReadPlaces =
  { ok: true; places: PlaceTable['places']; oldWards: number } | { ok: false; problems: string[] };

/** One row for each old ward and the place it, or a part of it, belongs to now. `provinces`: the old ones that are allowed. */
export const readPlaceRows = (rows: readonly PlaceRow[], provinces: readonly string[]): ReadPlaces => {
  const problems: string[] = [];
  const places = new Map<string, PlaceTable['places'][number]>();
  const lineOf = new Map<string, number>();
  for (const { line, cell } of rows) {
    const parsed = Row(provinces).safeParse(textsOf(cell));
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map(({ path, message }) => problem(line, path[0], message)));
      continue;
    }
    const row = parsed.data;
    const key = [row.province, row.district, row.ward ?? '', row.name].map(nameKey).join('|');
    const first = lineOf.get(key);
    if (first === undefined) add(places, row);
    else problems.push(`dòng ${String(line)}: giống hệt dòng ${String(first)}. Hãy bỏ một dòng.`);
    lineOf.set(key, first ?? line);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, places: [...places.values()], oldWards: countWards([...places.values()]) };
};

const LIMIT = 100;

const named = (kinds: string) =>
  z
    .string('đang trống.')
    .max(LIMIT, `dài quá ${String(LIMIT)} ký tự.`)
    .regex(new RegExp(`^(?:${kinds}) `, 'u'), `phải bắt đầu bằng ${kinds.replaceAll('|', ', ')}.`);

const Row = (provinces: readonly string[]) =>
  z.strictObject({
    province: z.string('đang trống.').transform((typed, context) => {
      const found = provinces.find((one) => nameKey(one) === nameKey(typed));
      if (found !== undefined) return found;
      context.addIssue(
        `"${typed}" không nằm trong tỉnh mới này. Các tỉnh cũ của nó: ${provinces.join(', ')}.`,
      );
      return z.NEVER;
    }),
    district: named('Quận|Huyện|Thị xã|Thành phố'),
    /** Empty: the district as a whole. */
    ward: named('Phường|Xã|Thị trấn').nullable(),
    name: named('Phường|Xã|Đặc khu'),
    seat: z.string().max(500, 'dài quá 500 ký tự.').nullable(),
  });
type Row = z.output<ReturnType<typeof Row>>;

const textsOf = (cell: PlaceRow['cell']) => {
  const text = (column: PlaceColumn): string | undefined => {
    const value = cell(column);
    const said =
      typeof value === 'number' ? String(value) : typeof value === 'string' ? cleanText(value) : '';
    return said === '' ? undefined : said;
  };
  return {
    province: text('province'),
    district: text('district'),
    ward: text('ward') ?? null,
    name: text('name'),
    seat: text('seat') ?? null,
  };
};

const problem = (line: number, column: PropertyKey | undefined, message: string): string =>
  `dòng ${String(line)}, cột ${headingOf(column as PlaceColumn)}: ${message}`;

const add = (
  places: Map<string, PlaceTable['places'][number]>,
  { province, district, ward, name, seat }: Row,
): void => {
  const place = places.get(nameKey(name)) ?? { name, seat, from: [] };
  places.set(nameKey(name), place);
  place.seat ??= seat;
  const origin = place.from.find((one) => one.province === province && one.district === district);
  if (origin) origin.wards.push(...(ward === null ? [] : [ward]));
  else place.from.push({ province, district, wards: ward === null ? [] : [ward] });
};

const countWards = (places: PlaceTable['places']): number =>
  new Set(
    places.flatMap(({ from }) =>
      from.flatMap(({ province, district, wards }) => wards.map((ward) => `${province}|${district}|${ward}`)),
    ),
  ).size;
