import type { Cell } from './shape/cell-kind.js';
import { CODE_HEADER, SHEETS } from './shape/sheet-shape.js';
import { columnsOf } from './sheet-rows.js';

export const CODEBOOK = 'Chú giải';

export const CODEBOOK_WIDTHS = [24, 32, 64, 64] as const;

/** What each column means and what may stand in it: the first sheet, so that it is seen. */
export const codebookRows = (): Cell[][] => [
  ['Trang', 'Cột', 'Ý nghĩa', 'Ghi thế nào'],
  [
    'Mọi trang',
    CODE_HEADER,
    'Dòng này nói về thủ tục nào; ghi ở mọi dòng',
    'Mã thủ tục quốc gia, ví dụ 1.014199',
  ],
  ...SHEETS.flatMap((shape) =>
    columnsOf(shape).map(({ header, describe, kind }) => [
      shape.title ?? 'Các trang lĩnh vực',
      header,
      describe,
      kind.allowed,
    ]),
  ),
];
