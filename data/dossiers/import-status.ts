import { fold } from '../language/fold.js';
import { DOSSIER_STATUSES } from './dossier.js';
import type { DossierStatus } from './dossier.js';
import { STATUS_NAMES } from './status-names.js';

/** `4`, `4. Đang xử lý`, `đang xử lý`, `DANG XU LY` → the status, else null. A number that contradicts its name is null. */
export const readImportedStatus = (cell: unknown): DossierStatus | null => {
  const typed = typeof cell === 'number' ? String(cell) : cell;
  if (typeof typed !== 'string') return null;
  const { number, name } = split(typed.trim());
  const byNumber = DOSSIER_STATUSES[Number(number) - 1] ?? null;
  if (name === '') return byNumber;
  const byName = BY_NAME.get(plain(name)) ?? null;
  return number === '' || byName === byNumber ? byName : null;
};

const split = (typed: string): { number: string; name: string } => {
  const [, number = '', name = ''] = /^(\d{0,2})[\s.):-]*(.*)$/su.exec(typed) ?? [];
  return { number, name };
};

const plain = (name: string): string => fold(name).replace(/[^a-z]/g, '');

const BY_NAME: ReadonlyMap<string, DossierStatus> = new Map(
  DOSSIER_STATUSES.map((status) => [plain(STATUS_NAMES[status]), status]),
);
