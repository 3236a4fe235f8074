/** How many streams each address and each conversation holds. */
export const createStreamCounts = () => {
  const open = new Map<string, number>();
  let total = 0;
  const change = (key: string, by: number): void => {
    const count = (open.get(key) ?? 0) + by;
    if (count === 0) open.delete(key);
    else open.set(key, count);
  };
  return {
    total: (): number => total,
    of: (key: string): number => open.get(key) ?? 0,
    /** Returns the function that takes the stream off again. */
    enter(keys: readonly string[]): () => void {
      total += 1;
      for (const key of keys) change(key, 1);
      return () => {
        total -= 1;
        for (const key of keys) change(key, -1);
      };
    },
  };
};
export type StreamCounts = ReturnType<typeof createStreamCounts>;
