import { join } from 'node:path';
import type { Files } from '../files.js';
import type { Layer } from '../journal/layer.js';
import { INDEX_WIDTH } from './archive.js';
import type { Archive } from './archive.js';
import { HASH_BYTES } from './hash-file.js';
import { filesOf, keysFile, writeManifest } from './manifest.js';
import type { Manifest } from './manifest.js';
import { indexEntryName, planClosing } from './plan.js';
import type { IndexPlan } from './plan.js';
import { readWhole, rewriteHashes } from './rewrite-hashes.js';
import { rewriteTable, writeFile } from './rewrite-table.js';
import type { Shelf } from './shelf.js';

/**
 * Brings what the journals hold into the archive and returns the manifest that says so, durable. Files are only
 * ever added: until the manifest is replaced nothing has happened, and readers of the old one are not disturbed.
 * `generation` names them and must be new with each try: a try may fail after its manifest has reached the disk.
 */
export const closeJournals = async (
  files: Files,
  shelf: Shelf,
  archive: Archive,
  layers: readonly Layer[],
  generation: number,
  stopped: () => boolean,
): Promise<Manifest | null> => {
  const plan = await planClosing(archive, layers);
  const next = { ...archive.manifest.files };
  for (const [base, table] of plan.tables) {
    if (stopped()) return null;
    const before = next[base] === undefined ? null : { base, generation: next[base] };
    if (await rewriteTable(files, shelf, before, table, { base, generation })) next[base] = generation;
    else Reflect.deleteProperty(next, base);
  }
  for (const [base, index] of plan.indexes) {
    if (stopped()) return null;
    await rewriteIndex(files, shelf, base, next[base], index, generation);
    next[base] = generation;
  }
  const journalsUpTo = layers.at(-1)?.low.data.name ?? archive.manifest.journalsUpTo;
  const manifest: Manifest = { format: 1, generation, journalsUpTo, files: next };
  await files.syncFolder(shelf.folder);
  await writeManifest(files, shelf.folder, manifest);
  return manifest;
};

/**
 * Removes what the manifest has replaced. At start also what comes after it: leftovers of a closing that a crash
 * interrupted; later those would be the files of a closing under way.
 */
export const sweepArchive = (files: Files, shelf: Shelf, manifest: Manifest, atStart = false): void => {
  const named = new Set(filesOf(manifest));
  for (const name of files.list(shelf.folder)) {
    const generation = /\.(\d+)\.(?:jsonl|keys)$/.exec(name)?.[1];
    if (generation === undefined || named.has(name)) continue;
    if (!atStart && Number(generation) > manifest.generation) continue;
    shelf.drop(name);
    files.remove(join(shelf.folder, name));
  }
};

const rewriteIndex = async (
  files: Files,
  shelf: Shelf,
  base: string,
  before: number | undefined,
  { added, removed }: IndexPlan,
  generation: number,
): Promise<void> => {
  const entries = await rewriteHashes(
    before === undefined ? Buffer.alloc(0) : await readIndex(shelf, keysFile(base, before)),
    INDEX_WIDTH,
    (entry) => {
      if (removed.size === 0) return true;
      const name = indexEntryName(entry.readUIntBE(0, HASH_BYTES), entry.readUIntBE(HASH_BYTES, 3));
      const times = removed.get(name) ?? 0;
      if (times > 0) removed.set(name, times - 1);
      return times === 0;
    },
    added.map(({ hash, month }) => ({ hash, rest: monthEntry(month) })),
  );
  await writeFile(files, join(shelf.folder, keysFile(base, generation)), entries);
};

const readIndex = async (shelf: Shelf, name: string): Promise<Buffer> => {
  const file = shelf.open(name);
  try {
    return await readWhole(file);
  } finally {
    file.close();
  }
};

const monthEntry = (month: number): Buffer => {
  const rest = Buffer.allocUnsafe(INDEX_WIDTH - HASH_BYTES);
  rest.writeUIntBE(month, 0, 3);
  return rest;
};
