import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DomainError } from '../../domain-error.js';
import { systemFiles } from '../lowdb/files.js';
import { readBackup } from './read-backup.js';
import type { Backup } from './read-backup.js';
import { writeZipped } from './zipped-lines.js';

/**
 * The file appears under its name, durable, only when it is complete and has been read back; one that was there stays
 * until then. Throws DomainError `backup.unwritable` when the disk refuses it.
 */
export const writeBackup = async (file: string, lines: AsyncIterable<string>): Promise<Backup> => {
  const partial = `${file}.dang-ghi`;
  await rm(partial, { force: true });
  try {
    await writeZipped(partial, lines);
    const backup = await readBackup(partial);
    await rename(partial, file);
    await systemFiles.syncFolder(dirname(file));
    return backup;
  } catch (error) {
    await rm(partial, { force: true });
    throw isFileError(error)
      ? new DomainError('backup.unwritable', `Không ghi được bản sao lưu ${file} (${error.code}).`)
      : error;
  }
};

const isFileError = (error: unknown): error is Error & { code: string; syscall: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error;
