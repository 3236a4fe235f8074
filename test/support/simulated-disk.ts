import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Files, OpenFile } from '../../data/storage/lowdb/files.js';

/**
 * A disk in memory that can lose power: bytes and names that were not fsynced are kept apart and are lost, whole or
 * from a random point on. Writes can also be made to fail, as on a full disk.
 */
export const createSimulatedDisk = (below: (limit: number) => number) => {
  const names = new Map<string, Inode>();
  const durableNames = new Map<string, Inode>();
  let refusal: string | null = null;
  let skipped: readonly SyncKind[] = [];
  let powerCuts = 0;
  const refuse = (): void => {
    if (refusal !== null) throw failure(refusal);
  };
  const existing = (path: string): Inode => {
    const inode = names.get(path);
    if (!inode) throw failure('ENOENT');
    return inode;
  };
  const openInode = (inode: Inode, powered: () => void): OpenFile => ({
    size: () => inode.bytes.length,
    read: (into, position) => inode.bytes.copy(into, 0, position),
    load: (into, position) => Promise.resolve(inode.bytes.copy(into, 0, position)),
    async write(bytes, position) {
      await nextTurn();
      powered();
      const fits = refusal === null ? bytes.length : below(bytes.length);
      inode.bytes = overwritten(inode.bytes, bytes.subarray(0, fits), position);
      refuse();
    },
    async truncate(length) {
      await nextTurn();
      powered();
      refuse();
      inode.bytes = inode.bytes.subarray(0, length);
    },
    async sync() {
      await nextTurn();
      powered();
      refuse();
      if (!skipped.includes('file')) inode.durable = inode.bytes;
    },
    close: () => undefined,
  });
  const filesOf = (powered: () => void): Files => ({
    create(path) {
      powered();
      if (!names.has(path)) {
        refuse();
        names.set(path, { bytes: Buffer.alloc(0), durable: Buffer.alloc(0) });
      }
      return openInode(existing(path), powered);
    },
    open: (path) => openInode(existing(path), powered),
    list: (folder) =>
      [...names.keys()]
        .filter((path) => dirname(path) === folder)
        .map((path) => path.slice(folder.length + 1))
        .sort(),
    makeFolder: () => undefined,
    rename(from, to) {
      powered();
      refuse();
      names.set(to, existing(from));
      names.delete(from);
    },
    remove(path) {
      powered();
      names.delete(path);
    },
    async syncFolder(folder) {
      await nextTurn();
      powered();
      refuse();
      if (skipped.includes('folder')) return;
      for (const path of [...names.keys(), ...durableNames.keys()].filter((one) => dirname(one) === folder)) {
        const inode = names.get(path);
        if (inode) durableNames.set(path, inode);
        else durableNames.delete(path);
      }
    },
  });
  return {
    /** The disk as a process sees it that is started now; it sees nothing more after the power is lost. */
    files(): Files {
      const startedAfter = powerCuts;
      return filesOf(() => {
        if (powerCuts !== startedAfter) throw failure('EIO');
      });
    },
    paths: (): string[] => [...names.keys()].sort(),
    bytesOf: (path: string): Buffer => existing(path).bytes,
    overwrite(path: string, bytes: Buffer): void {
      existing(path).bytes = bytes;
    },
    /** What was not durable is gone, or there up to a random point. */
    losePower(): void {
      powerCuts += 1;
      const kept = below(2) === 0 ? durableNames : mixed(durableNames, names, below);
      const after = new Map([...kept].map(([path, inode]) => [path, survivor(inode, below)]));
      names.clear();
      durableNames.clear();
      for (const [path, inode] of after) {
        names.set(path, inode);
        durableNames.set(path, inode);
      }
    },
    /** Null lets writes through again. */
    refuseWrites(code: string | null): void {
      refusal = code;
    },
    /** As if the store had left these fsyncs out. */
    skipSyncs(kinds: readonly SyncKind[]): void {
      skipped = kinds;
    },
  };
};

export type SyncKind = 'file' | 'folder';

const failure = (code: string): Error => Object.assign(new Error(`${code}: simulated`), { code });

interface Inode {
  bytes: Buffer;
  durable: Buffer;
}

const overwritten = (before: Buffer, bytes: Buffer, position: number): Buffer => {
  const after = Buffer.alloc(Math.max(before.length, position + bytes.length));
  before.copy(after);
  bytes.copy(after, position);
  return after;
};

/** Of names that were not made durable some may have reached the disk all the same. */
const mixed = (
  durable: Map<string, Inode>,
  current: Map<string, Inode>,
  below: (limit: number) => number,
): Map<string, Inode> => {
  const kept = new Map(durable);
  for (const path of new Set([...durable.keys(), ...current.keys()])) {
    if (below(2) === 0) continue;
    const inode = current.get(path);
    if (inode) kept.set(path, inode);
    else kept.delete(path);
  }
  return kept;
};

const survivor = ({ bytes, durable }: Inode, below: (limit: number) => number): Inode => {
  const isLonger = bytes.length > durable.length && bytes.subarray(0, durable.length).equals(durable);
  const torn = isLonger && below(3) > 0;
  const left = Buffer.from(
    torn ? bytes.subarray(0, durable.length + below(bytes.length - durable.length + 1)) : durable,
  );
  return { bytes: left, durable: left };
};
