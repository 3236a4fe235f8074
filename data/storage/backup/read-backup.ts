import { canonicalJson } from '../../canonical-json.js';
import { DomainError } from '../../domain-error.js';
import { Change } from '../../store.js';
import { BackupHeader, BackupTrailer } from './backup-lines.js';
import { createDigest, isSame } from './digest.js';
import type { Digest } from './digest.js';
import { zippedLines } from './zipped-lines.js';

export interface Backup {
  header: BackupHeader;
  /** Of its changes as this version of the program reads them. */
  digest: Digest;
  /** Reads the file once more. */
  changes: () => AsyncIterable<Change>;
}

/**
 * Reads a backup from its first line to its last; it is whole when this resolves. Throws DomainError
 * `backup.unreadable` when it is cut off, altered, no backup, or written by a later version of the program.
 */
export const readBackup = async (
  file: string,
  seen: (count: number) => void = () => undefined,
): Promise<Backup> => {
  const written = createDigest();
  const read = createDigest();
  let header: BackupHeader | null = null;
  let end: Digest | null = null;
  let count = 0;
  for await (const { number, line } of linesOf(file)) {
    if (end) throw unreadable(file, `có dòng ${String(number)} sau dòng cuối`);
    if (!header) header = headerOf(file, line);
    else if (line.startsWith(TRAILER_BEGINNING)) end = trailerOf(file, line);
    else {
      const change = changeOf(file, line, number);
      written.add(change.kind, line);
      read.add(change.kind, canonicalJson(change));
      seen(++count);
    }
  }
  if (!header || !end) throw unreadable(file, 'thiếu phần cuối');
  if (!isSame(written.result(), end)) throw unreadable(file, 'số lượng hoặc mã kiểm tra không khớp');
  return { header, digest: read.result(), changes: () => changesIn(file) };
};

const TRAILER_BEGINNING = '{"end":';

async function* changesIn(file: string): AsyncGenerator<Change> {
  for await (const { number, line } of linesOf(file))
    if (number > 1 && !line.startsWith(TRAILER_BEGINNING)) yield changeOf(file, line, number);
}

async function* linesOf(file: string): AsyncGenerator<{ number: number; line: string }> {
  let number = 0;
  try {
    for await (const line of zippedLines(file)) yield { number: ++number, line };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'không rõ';
    throw unreadable(file, CAUSES[code] ?? `lỗi ${code}`, error);
  }
}

const CAUSES: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'không có tệp này',
  EACCES: 'không có quyền đọc',
  Z_BUF_ERROR: 'tệp bị cắt ngang',
  Z_DATA_ERROR: 'tệp không đúng định dạng hoặc đã bị sửa',
};

const headerOf = (file: string, line: string): BackupHeader => {
  const header = BackupHeader.safeParse(jsonOf(line));
  if (header.success) return header.data;
  throw unreadable(file, 'không phải bản sao lưu của chương trình này, hoặc do phiên bản mới hơn ghi');
};

const trailerOf = (file: string, line: string): Digest => {
  const trailer = BackupTrailer.safeParse(jsonOf(line));
  if (trailer.success) return trailer.data.end;
  throw unreadable(file, 'dòng cuối không đọc được');
};

const changeOf = (file: string, line: string, number: number): Change => {
  const change = Change.safeParse(jsonOf(line));
  if (change.success) return change.data;
  throw unreadable(file, `dòng ${String(number)} không đọc được, hoặc do phiên bản mới hơn ghi`);
};

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const unreadable = (file: string, why: string, cause?: unknown): DomainError =>
  new DomainError('backup.unreadable', `Không dùng được bản sao lưu ${file}: ${why}.`, { cause });
