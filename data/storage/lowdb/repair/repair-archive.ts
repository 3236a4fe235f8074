import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../../clock.js';
import { readManifest, recordsFile, writeManifest } from '../archive/manifest.js';
import type { Manifest } from '../archive/manifest.js';
import { createShelf } from '../archive/shelf.js';
import { createEmbeddedStore } from '../embedded-store.js';
import { systemFiles } from '../files.js';
import { copyWhole, originalName } from './copy-whole.js';
import { inspectArchive } from './inspect-archive.js';
import type { LeftOut } from './left-out.js';
import { intactChanges } from './table-lines.js';

export interface RepairedArchive {
  tables: RepairedTable[];
  /** Records whose place was lost, although they are intact: they are found again. */
  unfindable: number;
}

interface RepairedTable {
  table: string;
  leftOut: LeftOut[];
  /** Where the damaged file lies, untouched. */
  original: string;
}

/**
 * Builds the archive anew out of every line that is still what was written, if there is any other, or one that cannot
 * be found by its key. Of open work there are two copies, so that one damaged line loses nothing. Null when all is well.
 * Claim the folder first; needs as much room again as the archive.
 */
export const repairArchive = async (folder: string, clock: Clock): Promise<RepairedArchive | null> => {
  const archiveFolder = join(folder, 'archive');
  if (!systemFiles.list(folder).includes('archive')) return null;
  const manifest = await readManifest(systemFiles, archiveFolder);
  const shelf = createShelf(systemFiles, archiveFolder);
  try {
    const { damaged, unfindable } = await inspectArchive(shelf, manifest);
    if (damaged.length === 0 && unfindable === 0) return null;
    const tables = damaged.map(({ base, generation, leftOut }) => {
      const table = recordsFile(base, generation);
      return { table, leftOut, original: join(archiveFolder, originalName(table, clock)) };
    });
    for (const { table, original } of tables)
      await copyWhole(systemFiles, join(archiveFolder, table), original);
    const rebuilt = join(folder, 'rebuilding');
    // Left by a repair that was cut off, it would be taken for a part of this one.
    await rm(rebuilt, { recursive: true, force: true });
    const store = await createEmbeddedStore({ folder: rebuilt, clock });
    for await (const changes of intactChanges(shelf, manifest)) await store.load(changes);
    await store.archive();
    await store.close();
    await takeOver(join(rebuilt, 'archive'), archiveFolder, manifest);
    await rm(rebuilt, { recursive: true });
    return { tables, unfindable };
  } finally {
    shelf.close();
  }
};

/** The new files come under generations of their own: until the manifest names them nothing has happened. */
const takeOver = async (from: string, to: string, before: Manifest): Promise<void> => {
  const built = await readManifest(systemFiles, from);
  const later = (generation: number): number => generation + before.generation;
  for (const name of systemFiles.list(from)) {
    const [, base = '', generation = '', end = ''] = FILE.exec(name) ?? [];
    if (built.files[base] !== Number(generation)) continue;
    systemFiles.rename(join(from, name), join(to, `${base}.${String(later(Number(generation)))}.${end}`));
  }
  await systemFiles.syncFolder(to);
  await writeManifest(systemFiles, to, {
    ...before,
    generation: later(built.generation),
    files: Object.fromEntries(
      Object.entries(built.files).map(([base, generation]) => [base, later(generation)]),
    ),
  });
};

const FILE = /^(.+)\.(\d+)\.(jsonl|keys)$/;
