import type { Digest } from '../../data/storage/backup/digest.js';
import { CHANGE_KINDS } from '../../data/store.js';
import { KIND_NAMES } from './kind-names.js';

/** What was moved, a line for each kind and one for the checksum, to compare by eye. */
export const countsText = ({ counts, checksum }: Digest): string =>
  [
    ...CHANGE_KINDS.flatMap((kind) =>
      kind in counts ? [countLine(KIND_NAMES[kind], counts[kind] ?? 0)] : [],
    ),
    `  mã kiểm tra: ${checksum}`,
    '',
  ].join('\n');

const countLine = (name: string, count: number): string => `  ${name}: ${count.toLocaleString('vi-VN')}`;
