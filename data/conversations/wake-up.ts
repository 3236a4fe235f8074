/** Tells whoever streams a conversation that its log has grown; carries ids only. */
export interface WakeUp {
  publish(conversationId: string): void;
  /**
   * Returns the function that ends the subscription. A listener may be woken although nothing has changed, and where
   * several instances serve, some seconds late.
   */
  subscribe(conversationId: string, listener: () => void): () => void;
}

/** `wakeAll` wakes every listener: somebody may have missed something. */
export const createProcessWakeUp = (): WakeUp & { wakeAll(): void } => {
  const listeners = new Map<string, Set<() => void>>();
  const wake = (woken: Iterable<() => void>): void => {
    for (const listener of woken) listener();
  };
  return {
    publish(conversationId) {
      wake(listeners.get(conversationId) ?? []);
    },
    wakeAll() {
      for (const woken of listeners.values()) wake(woken);
    },
    subscribe(conversationId, listener) {
      const own = listeners.get(conversationId) ?? new Set();
      listeners.set(conversationId, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(conversationId);
      };
    },
  };
};
