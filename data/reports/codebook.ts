import type { Column, Table } from './columns/column.js';
import type { PlainSheet } from './plain-sheet.js';

/** What each column means, so that nobody has to ask who made the file. */
export const codebookSheet = <Row>({ columns }: Table<Row>): PlainSheet => ({
  title: 'Chú giải',
  widths: [24, 18, 14, 48, 64],
  header: ['Cột', 'Tên trong tệp JSON', 'Kiểu', 'Ý nghĩa', 'Đơn vị hoặc giá trị cho phép'],
  rows: columns.map(({ header, key, type, describe, allowed }) => [
    header,
    key,
    TYPES[type],
    describe,
    allowed,
  ]),
});

const TYPES: Readonly<Record<Column<unknown>['type'], string>> = {
  text: 'Chữ',
  number: 'Số',
  day: 'Ngày',
  moment: 'Ngày giờ',
};
