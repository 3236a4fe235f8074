import type { Procedure } from '../../procedures/procedure.js';
import type { Reader } from '../../language/reading/reader.js';
import type { FeatureReader, TextFeatures } from './features.js';
import { procedureTexts } from './procedure-texts.js';

/** Where a feature occurs: document numbers and how much it weighs in each. */
export interface Postings {
  docs: Uint16Array;
  weights: Float32Array;
  idf: number;
}

export interface IndexedProcedure {
  procedure: Procedure;
  /** Concepts its title speaks of; its name, when the title has none. */
  core: ReadonlySet<string>;
  /** Concepts any of its texts speak of. */
  concepts: ReadonlySet<string>;
  actions: ReadonlySet<string>;
  /** Its name does the plain thing, too ("Thực hiện, điều chỉnh, thôi hưởng …"). */
  alsoPlain: boolean;
  /** Each way of putting it as the features that count. */
  phrases: { text: string; features: ReadonlySet<string>; weight: number }[];
  /** A newer or national code does the same. */
  superseded: boolean;
}

export interface ProcedureIndex {
  entries: readonly IndexedProcedure[];
  postings: ReadonlyMap<string, Postings>;
  /** Marked word → in which documents it is written so. */
  spelled: ReadonlyMap<string, ReadonlySet<number>>;
}

type Weights = Map<string, Map<number, number>>;

/** Reads every procedure once; questions then only walk arrays. */
export const createProcedureIndex = (
  procedures: readonly Procedure[],
  everydayNames: Readonly<Record<string, readonly string[]>>,
  read: Reader,
  featuresOf: FeatureReader,
): ProcedureIndex => {
  const weights: Weights = new Map();
  const spelled = new Map<string, Set<number>>();
  const entries = procedures.map((procedure, doc): IndexedProcedure => {
    const entry = {
      core: new Set<string>(),
      concepts: new Set<string>(),
      actions: new Set<string>(),
      phrases: [] as IndexedProcedure['phrases'],
    };
    for (const part of procedureTexts(procedure, everydayNames[procedure.code] ?? [])) {
      const features = featuresOf(read(part.text));
      record(weights, spelled, doc, features, part.weight);
      if (part.asPhrase) entry.phrases.push(asPhrase(part.text, features, part.weight));
      for (const concept of features.concepts) entry.concepts.add(concept);
      if (!part.naming) continue;
      if (entry.core.size === 0) for (const concept of features.concepts) entry.core.add(concept);
      for (const action of features.actions) entry.actions.add(action);
    }
    return { procedure, ...entry, alsoPlain: DOES_THE_PLAIN_THING.test(procedure.name), superseded: false };
  });
  markSuperseded(entries, (name) => featuresOf(read(name)).concepts);
  return { entries, postings: pack(weights, procedures.length), spelled };
};

/** A name that lists the first issue before its variants. */
const DOES_THE_PLAIN_THING = /^(Thủ tục )?(Thực hiện,|Cấp, |Xác định,)/i;

const record = (
  weights: Weights,
  spelled: Map<string, Set<number>>,
  doc: number,
  { features }: TextFeatures,
  weight: number,
): void => {
  for (const { id, key } of features) {
    const known = weights.get(id);
    if (known === undefined) weights.set(id, new Map([[doc, weight]]));
    else known.set(doc, Math.max(weight, known.get(doc) ?? 0));
    if (key === null) continue;
    const docs = spelled.get(key);
    if (docs === undefined) spelled.set(key, new Set([doc]));
    else docs.add(doc);
  }
};

/** Published twice under names of which one holds the other: the later number is the one in force. */
const markSuperseded = (
  entries: readonly IndexedProcedure[],
  conceptsOf: (name: string) => ReadonlySet<string>,
): void => {
  const groups = new Map<string, { entry: IndexedProcedure; words: ReadonlySet<string> }[]>();
  for (const entry of entries) {
    const { field, name } = entry.procedure;
    const matter = [field, ...[...entry.actions].sort(), '|', ...[...conceptsOf(name)].sort()].join(' ');
    groups.set(matter, [...(groups.get(matter) ?? []), { entry, words: nameWords(entry) }]);
  }
  for (const group of groups.values())
    for (const { entry, words } of group)
      entry.superseded = group.some((other) => isLater(other.entry, entry) && holds(words, other.words));
};

const isLater = (a: IndexedProcedure, b: IndexedProcedure): boolean =>
  a.procedure.code.slice(2) > b.procedure.code.slice(2);

const holds = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === Math.min(a.size, b.size) && shared >= Math.max(a.size, b.size) * 0.6;
};

const nameWords = ({ procedure }: IndexedProcedure): Set<string> =>
  new Set(procedure.name.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);

const asPhrase = (text: string, { features }: TextFeatures, weight: number) => ({
  text,
  features: new Set(features.filter(({ worth }) => worth > 0.3).map(({ id }) => id)),
  weight,
});

const pack = (weights: Weights, total: number): Map<string, Postings> =>
  new Map(
    Array.from(weights, ([id, docs]) => [
      id,
      {
        docs: Uint16Array.from(docs.keys()),
        weights: Float32Array.from(docs.values()),
        idf: Math.log(1 + (total - docs.size + 0.5) / (docs.size + 0.5)),
      },
    ]),
  );
