/** Tells whoever streams a conversation that its log has grown; carries ids only. */
export interface WakeUp {
  publish(conversationId: string): void;
  /** Returns the function that ends the subscription. */
  subscribe(conversationId: string, listener: () => void): () => void;
}

export const createProcessWakeUp = (): WakeUp => {
  const listeners = new Map<string, Set<() => void>>();
  return {
    publish(conversationId) {
      for (const listener of listeners.get(conversationId) ?? []) listener();
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
