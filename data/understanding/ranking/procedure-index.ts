import type { Procedure } from '../../procedures/procedure.js';
import type { Reader } from '../../language/reading/reader.js';
import type { AskedBefore } from './asked-before.js';
import { KIND_WEIGHTS } from './features.js';
import type { FeatureReader, TextFeatures } from './features.js';
import { procedureTexts } from './procedure-texts.js';
import { markSuperseded } from './superseded.js';

/** Where a feature occurs: document numbers and how much it weighs in each. */
export interface Postings {
  /** Number of the feature in the phrases' lists. */
  id: number;
  docs: Uint16Array;
  weights: Float32Array;
  /** Rarity among the procedures: what one procedure alone speaks of tells most. */
  idf: number;
}

/** One way of putting it, as the numbers of the features that count. */
export interface IndexedPhrase {
  text: string;
  features: Uint32Array;
  /** What all its features weigh together. */
  own: number;
  weight: number;
  /** It is a name that citizens' questions did not teach, such as one the office added: said whole, it is meant. */
  isUntaught: () => boolean;
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
  phrases: readonly IndexedPhrase[];
  /** A newer code does the same. */
  superseded: boolean;
}

export interface ProcedureIndex {
  entries: readonly IndexedProcedure[];
  postings: ReadonlyMap<string, Postings>;
  /** Marked word → in which documents it is written so. */
  spelled: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Reads every procedure once; questions then only walk arrays. */
export const createProcedureIndex = (
  procedures: readonly Procedure[],
  everydayNames: Readonly<Record<string, readonly string[]>>,
  read: Reader,
  featuresOf: FeatureReader,
  askedBefore: (name: string) => AskedBefore,
): ProcedureIndex => {
  const texts = procedures.map((procedure) =>
    procedureTexts(procedure, everydayNames[procedure.code] ?? []).map((part) => ({
      ...part,
      found: featuresOf(read(part.text)),
    })),
  );
  const postings = createPostings(texts);
  const entries = procedures.map((procedure, doc): IndexedProcedure => {
    const parts = texts[doc] ?? [];
    const naming = parts.filter((part) => part.naming).map(({ found }) => found);
    return {
      procedure,
      core: naming.find(({ concepts }) => concepts.size > 0)?.concepts ?? new Set(),
      concepts: union(parts.map(({ found }) => found.concepts)),
      actions: union(naming.map(({ actions }) => actions)),
      alsoPlain: DOES_THE_PLAIN_THING.test(procedure.name),
      phrases: parts
        .filter((part) => part.asPhrase)
        .map((part) => ({
          ...indexPhrase(part, postings),
          isUntaught: once(() => !askedBefore(part.text).isTaught(doc)),
        })),
      superseded: false,
    };
  });
  markSuperseded(entries, (name) => featuresOf(read(name)).concepts);
  return { entries, postings, spelled: spellingsIn(texts) };
};

/** A name that lists the first issue before its variants. */
const DOES_THE_PLAIN_THING = /^(Thủ tục )?(Thực hiện,|Cấp, |Xác định,)/i;
/** Fillers do not make a phrase what it is. */
const COUNTS = 0.3;

interface ReadPart {
  text: string;
  weight: number;
  found: TextFeatures;
}

const createPostings = (texts: readonly (readonly ReadPart[])[]): Map<string, Postings> => {
  const weights = new Map<string, Map<number, number>>();
  texts.forEach((parts, doc) => {
    for (const { weight, found } of parts)
      for (const { id } of found.features) {
        const docs = weights.get(id) ?? new Map<number, number>();
        weights.set(id, docs.set(doc, Math.max(weight, docs.get(doc) ?? 0)));
      }
  });
  return new Map(
    Array.from(weights, ([feature, docs], id) => [
      feature,
      {
        id,
        docs: Uint16Array.from(docs.keys()),
        weights: Float32Array.from(docs.values()),
        idf: Math.log(1 + (texts.length - docs.size + 0.5) / (docs.size + 0.5)),
      },
    ]),
  );
};

const indexPhrase = (
  { text, weight, found }: ReadPart,
  postings: ReadonlyMap<string, Postings>,
): Omit<IndexedPhrase, 'isUntaught'> => {
  const numbers = new Map<number, number>();
  for (const { id, kind, worth } of found.features) {
    const known = postings.get(id);
    if (known !== undefined && worth > COUNTS) numbers.set(known.id, known.idf * KIND_WEIGHTS[kind]);
  }
  const own = [...numbers.values()].reduce((sum, value) => sum + value, 0);
  return { text, weight, own, features: Uint32Array.from(numbers.keys()) };
};

/** Asked of the few names that are said whole: the answer is kept. */
const once = (answer: () => boolean): (() => boolean) => {
  let known: boolean | null = null;
  return () => (known ??= answer());
};

const spellingsIn = (texts: readonly (readonly ReadPart[])[]): Map<string, Set<number>> => {
  const spelled = new Map<string, Set<number>>();
  texts.forEach((parts, doc) => {
    for (const { found } of parts)
      for (const { key } of found.features)
        if (key !== null) spelled.set(key, (spelled.get(key) ?? new Set()).add(doc));
  });
  return spelled;
};

const union = (sets: readonly ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((set) => [...set]));
