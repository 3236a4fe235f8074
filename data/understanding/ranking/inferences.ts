import type { Inference } from '../knowledge.js';

export interface Inferred {
  /** Ideas nobody put in words, each with a named one that it follows from. */
  added: { name: string; from: string }[];
  dropped: ReadonlySet<string>;
  /** Actions the situation calls for. */
  actions: readonly string[];
}

/** "bên Nhật" and "qua đời", words apart: what situations told without the official words amount to. */
export const createInferences = (inferences: readonly Inference[]) => {
  const rules = inferences.map((rule) => ({ ...rule, all: rule.all.map((either) => either.split('|')) }));

  return (concepts: ReadonlySet<string>, actions: ReadonlySet<string>): Inferred => {
    const known = new Set([...concepts, ...Array.from(actions, (action) => `do:${action}`)]);
    const dropped = new Set<string>();
    const added: Inferred['added'] = [];
    const doing: string[] = [];
    for (const rule of rules) {
      const from = rule.all.map((either) => either.find((name) => known.has(name)));
      if (from.includes(undefined) || rule.none.some((name) => known.has(name))) continue;
      const first = from.find((name) => name !== undefined && concepts.has(name)) ?? '';
      for (const name of rule.then.filter((one) => !known.has(one))) {
        known.add(name);
        added.push({ name, from: first });
      }
      for (const name of rule.drop) if (known.delete(name)) dropped.add(name);
      for (const name of rule.does) {
        known.add(`do:${name}`);
        doing.push(name);
      }
    }
    return { added, dropped, actions: doing };
  };
};
