import type { Change } from '../../../store.js';
import { createArchive } from '../archive/archive.js';
import type { Archive } from '../archive/archive.js';
import type { Manifest } from '../archive/manifest.js';
import type { Shelf } from '../archive/shelf.js';
import type { Table } from '../archive/table.js';
import { headOf, isKeyed, isOpenKind } from '../../head.js';
import { leftOutOf } from './left-out.js';
import type { LeftOut } from './left-out.js';
import { tableLines, tablesOf } from './table-lines.js';

interface Inspected {
  damaged: (Table & { leftOut: LeftOut[] })[];
  /** Intact records that a look-up by their key does not find. */
  unfindable: number;
}

/** Reads the whole archive, and looks everything in it up by its key. */
export const inspectArchive = async (shelf: Shelf, manifest: Manifest): Promise<Inspected> => {
  const archive = createArchive(shelf, manifest);
  const damaged: Inspected['damaged'] = [];
  let unfindable = 0;
  for (const { kind, ...table } of tablesOf(manifest)) {
    const leftOut: LeftOut[] = [];
    const isFound = createFinder(archive, table.base.startsWith('open-'));
    for await (const lines of tableLines(shelf, table))
      for (const { number, bytes, change } of lines) {
        if (!change) leftOut.push(leftOutOf(bytes, number));
        else if (change.kind !== kind || !isFound(change)) unfindable += 1;
      }
    if (leftOut.length > 0) damaged.push({ ...table, leftOut });
  }
  return { damaged, unfindable };
};

/** The lines of a conversation follow one another and have one place. */
const createFinder = (archive: Archive, isOpenWork: boolean) => {
  let last = '';
  return (change: Change): boolean => {
    const { kind, key, version } = headOf(change);
    if (kind === 'activity') {
      if (key === last) return true;
      last = key;
      return isReadable(() => archive.blocks(key).length > 0);
    }
    if (isOpenWork && isOpenKind(kind))
      return isReadable(() => archive.locateOpen(kind, key)?.head.version === version);
    return isKeyed(kind) && isReadable(() => archive.locate(kind, key)?.head.version === version);
  };
};

/** A place that leads to something else, or a damaged line among a conversation's, hides the others as well. */
const isReadable = (look: () => boolean): boolean => {
  try {
    return look();
  } catch {
    return false;
  }
};
