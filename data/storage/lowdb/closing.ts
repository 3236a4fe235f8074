import { createArchive } from './archive/archive.js';
import { closeJournals, sweepArchive } from './archive/close-journals.js';
import type { Manifest } from './archive/manifest.js';
import type { Shelf } from './archive/shelf.js';
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
}) => {
  const { files, shelf, journals } = deps;
  let archive = createArchive(shelf, deps.manifest);
  let running: Promise<void> | null = null;
  let stopped = false;
  let readers = 0;
  let archived: Layer[] = [];

  const sweep = (): void => {
    if (readers > 0) return;
    journals.remove(archived);
    archived = [];
    sweepArchive(files, shelf, archive.manifest);
  };
  const closeAll = async (): Promise<void> => {
    for (let due = journals.closed(); due.length > 0; due = journals.closed()) {
      const manifest = await closeJournals(files, shelf, archive, due, () => stopped);
      if (!manifest) return;
      archive = createArchive(shelf, manifest);
      journals.forget(due);
      archived.push(...due);
      sweep();
    }
  };
  return {
    view: (): View => ({ layers: journals.layers().toReversed(), archive }),
    /** One at a time; call again when it failed. */
    run(): Promise<void> {
      running ??= closeAll().finally(() => (running = null));
      return running;
    },
    /** Files that a stream reads stay until it has ended. */
    hold(): () => void {
      readers += 1;
      return () => {
        readers -= 1;
        sweep();
      };
    },
    async stop(): Promise<void> {
      stopped = true;
      await running?.catch(() => undefined);
      journals.remove(archived);
      archived = [];
    },
  };
};
