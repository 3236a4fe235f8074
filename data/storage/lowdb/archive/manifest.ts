import { join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../../../domain-error.js';
import type { Files } from '../files.js';
import { readWhole } from './rewrite-hashes.js';

/** Which files the archive is made of. Replaced in one rename, so a crash leaves the archive of before or after. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  generation: z.int().nonnegative(),
  /** Journals up to and with this one are in the archive; '' before the first. */
  journalsUpTo: z.string(),
  /** Base names of tables and indexes with the generation that wrote them. */
  files: z.record(z.string(), z.int().positive()),
});
export type Manifest = z.infer<typeof Manifest>;

const emptyManifest: Manifest = { format: 1, generation: 0, journalsUpTo: '', files: {} };

export const readManifest = async (files: Files, folder: string): Promise<Manifest> => {
  if (!files.list(folder).includes(NAME)) return emptyManifest;
  const file = files.open(join(folder, NAME));
  try {
    return Manifest.parse(JSON.parse((await readWhole(file)).toString('utf8')));
  } catch (cause) {
    throw new DomainError('store.damaged', `${NAME} in ${folder} cannot be read; restore it from a backup.`, {
      cause,
    });
  } finally {
    file.close();
  }
};

/** Everything the manifest names must be durable before. */
export const writeManifest = async (files: Files, folder: string, manifest: Manifest): Promise<void> => {
  const temporary = join(folder, `${NAME}.next`);
  files.remove(temporary);
  const file = files.create(temporary);
  try {
    await file.write(Buffer.from(JSON.stringify(manifest)), 0);
    await file.sync();
  } finally {
    file.close();
  }
  files.rename(temporary, join(folder, NAME));
  await files.syncFolder(folder);
};

/** File names of a base name in a generation: records as lines, and where to find their keys. */
export const recordsFile = (base: string, generation: number): string =>
  `${base}.${String(generation)}.jsonl`;
export const keysFile = (base: string, generation: number): string => `${base}.${String(generation)}.keys`;

export const filesOf = (manifest: Manifest): string[] =>
  Object.entries(manifest.files).flatMap(([base, generation]) => [
    recordsFile(base, generation),
    keysFile(base, generation),
  ]);

const NAME = 'manifest.json';
