/** One turn at a time for each conversation: two messages at once would run the same step twice. */
export interface TurnLock {
  /** Rejects with what the work rejects with, or with DomainError `store.unavailable` when no turn can be had. */
  run<T>(conversationId: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when every turn of this process has finished. */
  idle(): Promise<void>;
}

/** Turns of one process, queued by conversation. */
export const createProcessTurnLock = (): TurnLock => {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(conversationId, work) {
      const before = tails.get(conversationId) ?? Promise.resolve();
      const turn = before.then(work);
      const tail = turn
        .catch(() => undefined)
        .then(() => {
          if (tails.get(conversationId) === tail) tails.delete(conversationId);
        });
      tails.set(conversationId, tail);
      return turn;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
};
