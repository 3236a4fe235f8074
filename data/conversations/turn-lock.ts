/** One turn at a time for each conversation: two messages at once would run the same step twice. */
export interface TurnLock {
  run<T>(conversationId: string, work: () => Promise<T>): Promise<T>;
}

/** Turns of one process, queued by conversation. `idle` resolves when every queued turn has finished. */
export const createProcessTurnLock = (): TurnLock & { idle(): Promise<void> } => {
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
