import type { Procedure } from '../../procedures/procedure.js';

interface Entry {
  procedure: Procedure;
  actions: ReadonlySet<string>;
  superseded: boolean;
}

/** Published twice under names of which one holds the other: the later number is the one in force. */
export const markSuperseded = (
  entries: readonly Entry[],
  conceptsOf: (name: string) => ReadonlySet<string>,
): void => {
  const groups = new Map<string, { entry: Entry; words: ReadonlySet<string> }[]>();
  for (const entry of entries) {
    const { field, name } = entry.procedure;
    const matter = [field, ...[...entry.actions].sort(), '|', ...[...conceptsOf(name)].sort()].join(' ');
    groups.set(matter, [...(groups.get(matter) ?? []), { entry, words: wordsOf(name) }]);
  }
  for (const group of groups.values())
    for (const { entry, words } of group)
      entry.superseded = group.some((other) => isLater(other.entry, entry) && holds(words, other.words));
};

const isLater = (a: Entry, b: Entry): boolean => a.procedure.code.slice(2) > b.procedure.code.slice(2);

const wordsOf = (name: string): Set<string> => new Set(name.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);

const holds = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === Math.min(a.size, b.size) && shared >= Math.max(a.size, b.size) * 0.6;
};
