import { createArchive } from './archive/archive.js';
import { closeJournals, sweepArchive } from './archive/close-journals.js';
import type { Manifest } from './archive/manifest.js';
import type { Shelf } from './archive/shelf.js';
import { createArchivingInPauses } from './archiving-in-pauses.js';
import type { Files } from './files.js';
import type { createJournals } from './journal/journals.js';
import type { Layer } from './journal/layer.js';
import type { View } from './view.js';

/** Moves closed journals into the archive behind the readers' backs. */
export const createClosing = (deps: {
  files: Files;
  shelf: Shelf;
  journals: ReturnType<typeof createJournals>;
  manifest: Manifest;
  onTrouble: (error: unknown) => void;
}) => {
  const { files, shelf, journals, onTrouble } = deps;
  let archive = createArchive(shelf, deps.manifest);
  let { generation } = deps.manifest;
  let running: Promise<void> | null = null;
  let stopped = false;
  const retired = createRetired(journals, () => {
    sweepArchive(files, shelf, archive.manifest);
  });

  const closeAll = async (): Promise<void> => {
    for (let due = journals.closed(); due.length > 0; due = journals.closed()) {
      generation += 1;
      const manifest = await closeJournals(files, shelf, archive, due, generation, () => stopped);
      if (!manifest) return;
      archive = createArchive(shelf, manifest);
      journals.forget(due);
      retired.add(due);
      retired.sweep();
    }
  };
  /** One at a time. */
  const run = (): Promise<void> => (running ??= closeAll().finally(() => (running = null)));
  const pauses = createArchivingInPauses({
    archive: run,
    waiting: () => journals.closed().length,
    onTrouble,
  });
  return {
    view: (): View => ({ layers: journals.layers().toReversed(), archive }),
    run,
    /** Archives in pauses: called after each write. */
    written(): void {
      if (!running) pauses.written();
    },
    hold: retired.hold,
    async stop(): Promise<void> {
      stopped = true;
      pauses.stop();
      await running?.catch(() => undefined);
      retired.removeJournals();
    },
  };
};

/** Files that a stream still reads stay until the last has ended. */
const createRetired = (journals: ReturnType<typeof createJournals>, sweepFiles: () => void) => {
  let readers = 0;
  let archived: Layer[] = [];
  const removeJournals = (): void => {
    journals.remove(archived);
    archived = [];
  };
  const sweep = (): void => {
    if (readers > 0) return;
    removeJournals();
    sweepFiles();
  };
  return {
    add: (layers: readonly Layer[]) => archived.push(...layers),
    sweep,
    removeJournals,
    hold: (): (() => void) => {
      readers += 1;
      return () => {
        readers -= 1;
        if (archived.length > 0) sweep();
      };
    },
  };
};
