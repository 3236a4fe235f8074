import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { dayOf } from '../../data/calendar/day.js';
import { DomainError } from '../../data/domain-error.js';
import { loadProvinces, placesFolder } from '../../data/load-places.js';
import { readPlaceHeader } from '../../data/places/import-columns.js';
import { readPlaceRows } from '../../data/places/import-rows.js';
import type { PlaceRow } from '../../data/places/import-rows.js';
import { PlaceSource, PlaceTable } from '../../data/places/place-table.js';
import type { ProvinceList } from '../../data/places/province-list.js';
import { nameKey } from '../../data/places/unit-name.js';
import { defineCommand, EXIT } from '../command.js';
import { readTable } from '../commands/read-table.js';
import { writeFileWhole } from '../commands/write-file-whole.js';
import { settings } from '../settings.js';
import { typedDay } from '../typed/typed-day.js';

const ProvinceTyped = z
  .string('Thiếu --province "Tỉnh …".')
  .transform((typed, context): ProvinceList['provinces'][number] => {
    const { provinces } = loadProvinces();
    const found = provinces.find(({ name }) => nameKey(name) === nameKey(typed));
    if (found) return found;
    context.addIssue(
      `--province: không có tỉnh "${typed}". Các tỉnh: ${provinces.map(({ name }) => name).join(', ')}.`,
    );
    return z.NEVER;
  });

/** Lists often carry a title above their header. */
const HEADER_WITHIN = 10;

export const placesImport = defineCommand({
  name: 'places import',
  summary: 'Nhập bảng phường, xã cũ và mới của một tỉnh từ tệp CSV hoặc XLSX; sai một dòng thì không ghi gì',
  operands: 'TỆP',
  options: {
    province: { type: 'string', value: '"TỈNH"', describe: 'tỉnh hiện nay, ví dụ "Tỉnh Tuyên Quang"' },
    resolution: { type: 'string', value: '"SỐ"', describe: 'ví dụ "Nghị quyết 1684/NQ-UBTVQH15"' },
    'resolved-on': { type: 'string', value: 'NGÀY', describe: 'ngày của nghị quyết' },
    'in-force': { type: 'string', value: 'NGÀY', describe: 'áp dụng từ ngày; không có thì 01/07/2025' },
    source: { type: 'string', value: 'URL', describe: 'trang https đã đọc bảng này' },
    'dry-run': { type: 'boolean', describe: 'chỉ kiểm tra và báo số lượng, không ghi gì' },
  },
  examples: [
    'npm run -s motcua -- places import xa-moi.xlsx --province "Tỉnh Tuyên Quang" --resolution "Nghị quyết 1684/NQ-UBTVQH15" --resolved-on 16/06/2025 --source https://tuyenquang.gov.vn/sap-xep --dry-run',
  ],
  input: z.strictObject({
    operands: z.tuple([z.string()], 'Cần đúng một tệp CSV hoặc XLSX.'),
    province: ProvinceTyped,
    resolution: z
      .string('Thiếu --resolution "Nghị quyết …".')
      .trim()
      .min(1, 'Đang có --resolution nhưng để trống.'),
    'resolved-on': typedDay('resolved-on'),
    'in-force': typedDay('in-force').default('2025-07-01'),
    source: z
      .string('Thiếu --source https://….')
      .refine((url) => PlaceSource.shape.url.safeParse(url).success, '--source phải là một địa chỉ https.'),
    'dry-run': z.boolean().default(false),
  }),
  async run({ operands: [file], province, source, 'dry-run': dryRun, ...given }, { terminal, clock }) {
    const { rows, ignored } = rowsOf(await readTable(file));
    if (ignored.length > 0) terminal.err(`Các cột không dùng đến: ${ignored.join(', ')}.\n`);
    const read = readPlaceRows(rows, province.from);
    if (!read.ok) {
      await terminal.out(read.problems.map((problem) => `LỖI ${problem}\n`).join(''));
      await terminal.out(`Có ${String(read.problems.length)} chỗ phải sửa. Chưa ghi gì.\n`);
      return EXIT.failed;
    }
    const { places, oldWards } = read;
    const counts = `${String(oldWards)} phường, xã cũ thành ${String(places.length)} phường, xã, đặc khu mới`;
    await terminal.out(`${province.name}: ${counts}.\n`);
    if (places.length !== province.units)
      terminal.err(
        `Lưu ý: tỉnh này có ${String(province.units)} đơn vị. Nơi không có trong bảng sẽ được trả lời là chưa biết.\n`,
      );
    if (dryRun) {
      await terminal.out('Kiểm tra xong, chưa ghi gì.\n');
      return EXIT.done;
    }
    const table = PlaceTable.parse({
      province: province.name,
      resolution: given.resolution,
      resolvedOn: given['resolved-on'],
      inForce: given['in-force'],
      sources: [{ title: given.resolution, url: source, readOn: dayOf(clock.now()) }],
      counts: null,
      places,
    });
    await terminal.out(`Đã ghi ${await keep(table)}. Khởi động lại máy chủ để khung chat dùng bảng này.\n`);
    return EXIT.done;
  },
});

const rowsOf = (table: unknown[][]): { rows: PlaceRow[]; ignored: string[] } => {
  const headers = table.slice(0, HEADER_WITHIN).map(readPlaceHeader);
  const top = headers.findIndex(({ ok }) => ok);
  const header = headers[top];
  if (!header?.ok) throw new DomainError('import.unreadable', `Không thấy dòng tiêu đề. ${nearest(headers)}`);
  const rows = table.slice(top + 1).map((cells, index) => ({
    line: top + index + 2,
    cells,
    cell: (column: Parameters<PlaceRow['cell']>[0]) => cells[header.at[column] ?? -1],
  }));
  return { rows: rows.filter(({ cells }) => !cells.every(isEmpty)), ignored: header.ignored };
};

const nearest = (headers: ReturnType<typeof readPlaceHeader>[]): string => {
  const missing = headers.flatMap((header) => (header.ok ? [] : [header.missing]));
  const fewest = missing.sort((one, other) => one.length - other.length)[0];
  return fewest === undefined ? 'Tệp đang trống.' : `Thiếu cột ${fewest.join(', ')}.`;
};

const isEmpty = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const keep = async (table: PlaceTable): Promise<string> => {
  const folder = placesFolder(resolve(settings().DATA_DIR));
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${nameKey(table.province).replaceAll(' ', '-')}.json`);
  await writeFileWhole(file, once(`${JSON.stringify(table, null, 2)}\n`));
  return file;
};

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
