/** JSON with sorted keys: what is the same gives the same text, wherever it was kept. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) => (isObject(held) ? withSortedKeys(held) : held));

const isObject = (held: unknown): held is object =>
  typeof held === 'object' && held !== null && !Array.isArray(held);

const withSortedKeys = (held: object): object =>
  Object.fromEntries(Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)));
