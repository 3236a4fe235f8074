/** Archiving takes as much of the machine as citizens' messages do: it waits for a pause, */
const QUIET_MS = 200;
/** but not for ever: a start has to read what waits. */
const MOST_WAITING = 4;

interface Dependencies {
  archive: () => Promise<void>;
  /** Ended journals that are not archived yet. */
  waiting: () => number;
  onTrouble: (error: unknown) => void;
}

/** Starts the archiving of ended journals when nothing has been written for a moment. */
export const createArchivingInPauses = ({ archive, waiting, onTrouble }: Dependencies) => {
  let failedWith = 0;
  let pause: NodeJS.Timeout | undefined;
  const start = (): void => {
    const due = waiting();
    archive()
      .then(() => (failedWith = 0))
      .catch((error: unknown) => {
        failedWith = due;
        onTrouble(error);
      });
  };
  return {
    /** Called after each write. After a failure it is tried again when there is one more journal. */
    written(): void {
      clearTimeout(pause);
      const due = waiting();
      if (due <= failedWith) return;
      if (due >= MOST_WAITING) start();
      else pause = setTimeout(start, QUIET_MS).unref();
    },
    stop(): void {
      clearTimeout(pause);
    },
  };
};
