import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../../data/domain-error.js';

/** The file appears under its name only when it is complete: half an export looks like a whole one. */
export const writeFileWhole = async (
  file: string,
  chunks: AsyncIterable<string | Uint8Array>,
): Promise<void> => {
  const partial = `${file}.dang-ghi`;
  try {
    await pipeline(Readable.from(chunks, { objectMode: true }), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw isFileError(error)
      ? new DomainError('export.unwritable', `Không ghi được tệp ${file} (${error.code}).`)
      : error;
  }
};

const isFileError = (error: unknown): error is Error & { code: string; syscall: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error;
