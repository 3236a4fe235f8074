type Holder = Record<string, unknown>;

/** The fact at `time.note.vi`, or undefined where something on the way is missing. */
export const factAt = (part: unknown, path: string): unknown =>
  path === ''
    ? part
    : path.split('.').reduce<unknown>((at, name) => (isHolder(at) ? at[name] : undefined), part);

/** Puts the fact at its path, making what is missing on the way. */
export const putFact = (part: Holder, path: string, fact: unknown): void => {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = part;
  for (const name of names) {
    const next = at[name];
    const holder: Holder = isHolder(next) ? next : {};
    at[name] = holder;
    at = holder;
  }
  at[last] = fact;
};

/** A part all of whose facts are empty is itself unknown; an empty English text is left out. */
export const withoutEmptyParts = (part: Holder): Holder =>
  Object.fromEntries(
    Object.entries(part)
      .filter(([name, fact]) => name !== 'en' || fact !== null)
      .map(([name, fact]) => [name, isHolder(fact) && name !== 'when' ? settled(fact) : fact]),
  );

const settled = (part: Holder): Holder | null => {
  const kept = withoutEmptyParts(part);
  return Object.values(kept).every((fact) => fact === null) ? null : kept;
};

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
