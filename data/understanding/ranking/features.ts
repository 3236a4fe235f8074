import { createPhraseTable } from '../../language/reading/phrase-table.js';
import type { PhraseMatch } from '../../language/reading/phrase-table.js';
import type { Reader, ReadText } from '../../language/reading/reader.js';
import type { Token } from '../../language/reading/token.js';
import type { Lexicon } from '../../language/reading/lexicon.js';
import { createToken } from '../../language/reading/token.js';
import { phrasesAsRead } from '../as-read.js';
import type { Concepts } from '../knowledge.js';
import { createInferences } from './inferences.js';
import type { Inferred } from './inferences.js';

export type FeatureKind = 'word' | 'pair' | 'concept';

/** How much each kind says: a concept is a whole idea, a pair is nearly always one Vietnamese word. */
export const KIND_WEIGHTS: Readonly<Record<FeatureKind, number>> = { word: 1, pair: 0.8, concept: 1.7 };

/** Something in a text that can point to a procedure. */
export interface Feature {
  /** Posting key, unique over kinds. */
  id: string;
  kind: FeatureKind;
  /** How it reads, for `--explain`. */
  label: string;
  /** 0 to 1: fillers near 0, guessed words less than typed ones. */
  worth: number;
  /** Marks typed with the word, when they are to agree. */
  key: string | null;
  /** Position of the first and one past the last token. */
  start: number;
  end: number;
}

export interface TextFeatures {
  features: Feature[];
  concepts: ReadonlySet<string>;
  actions: ReadonlySet<string>;
  tokens: readonly Token[];
  /** Where concepts are named word by word, nothing between: what speaks of them is no cue for anything else. */
  named: readonly Span[];
  /** The stems of an English text's own words; empty for any other, and for a part of a text. */
  english: readonly string[];
}

export interface Span {
  start: number;
  end: number;
}

const FILLER = 0.06;
const COMMON = 0.45;

/** Names what a text holds: words, neighbouring words, concepts and actions. */
export const createFeatureReader = (
  lexicon: Lexicon,
  { concepts, actions, hints, inferences }: Concepts,
  read: Reader,
) => {
  const onlyHints = new Set(hints);
  const inferFrom = createInferences(inferences);
  const conceptTable = createPhraseTable(phrasesAsRead(concepts, read));
  const actionTable = createPhraseTable(phrasesAsRead(actions, read));
  const fillers = wordSet(lexicon.fillers);
  const common = wordSet(lexicon.common);

  const worthOf = (token: Token): number => {
    if (fillers.has(token.key) || (!token.marked && fillers.has(token.folded))) return FILLER;
    const everyday = common.has(token.key) || (!token.marked && common.has(token.folded));
    return (everyday ? COMMON : 1) * token.certainty * (token.name ? 0.3 : 1);
  };

  return ({ tokens, english }: ReadText): TextFeatures => {
    const features: Feature[] = tokens.map((token, start) => ({
      id: token.folded,
      kind: 'word',
      label: token.text,
      worth: worthOf(token),
      key: token.marked ? token.key : null,
      start,
      end: start + 1,
    }));
    const words = [...features];
    for (let at = 1; at < tokens.length; at += 1) features.push(...pairAt(tokens, words, at));
    const found = conceptTable.all(tokens);
    features.push(...conceptFeatures(found, tokens));
    const doing = new Set(
      actionTable
        .all(tokens)
        .filter((action) => !found.some((concept) => readsOtherwise(concept, action)))
        .map(({ value }) => value),
    );
    const named = wholePhrases(found.filter(({ value }) => !onlyHints.has(value)));
    const seen = new Set(found.map(({ value }) => value));
    return withInferred(
      { features, concepts: seen, actions: doing, tokens, named, english },
      inferFrom(seen, doing),
      onlyHints,
    );
  };
};

/** Each concept once, where it is first spoken of. */
const conceptFeatures = (found: readonly PhraseMatch<string>[], tokens: readonly Token[]): Feature[] => {
  const seen = new Set<string>();
  return found.flatMap(({ value, start, end }) => {
    if (seen.has(value)) return [];
    seen.add(value);
    const label = tokens
      .slice(start, end)
      .map(({ text }) => text)
      .join(' ');
    const kind = 'concept' as const;
    return [{ id: `§${value}`, kind, label, worth: 1, key: null, start, end }];
  });
};

/** "chuyên gia Hàn Quốc" holds no "gia hạn": the longer phrase says which words these are. */
const readsOtherwise = (longer: PhraseMatch<string>, within: PhraseMatch<string>): boolean => {
  const at = within.start - longer.start;
  if (at < 0 || within.end > longer.end || longer.keys.length <= within.keys.length) return false;
  if (longer.keys.length < longer.end - longer.start) return false;
  return within.keys.some((key, index) => key !== longer.keys[at + index]);
};

const withInferred = (
  text: TextFeatures,
  { added, dropped, actions }: Inferred,
  hints: ReadonlySet<string>,
): TextFeatures => {
  const named = new Map(text.features.map((feature) => [feature.id, feature]));
  const extra = added.flatMap(({ name, from }) => {
    const source = named.get(`§${from}`) ?? text.features[0];
    return source === undefined
      ? []
      : [{ ...source, id: `§${name}`, kind: 'concept' as const, worth: 1, key: null }];
  });
  const isMeant = (concept: string): boolean => !dropped.has(concept) && !hints.has(concept);
  return {
    ...text,
    features: [...text.features.filter(({ id }) => !id.startsWith('§') || isMeant(id.slice(1))), ...extra],
    concepts: new Set([...text.concepts, ...added.map(({ name }) => name)].filter(isMeant)),
    actions: new Set([...text.actions, ...actions].filter((action) => !dropped.has(`do:${action}`))),
  };
};

export type FeatureReader = ReturnType<typeof createFeatureReader>;

const pairAt = (tokens: readonly Token[], words: readonly Feature[], at: number): Feature[] => {
  const [left, right] = [tokens[at - 1], tokens[at]];
  const [leftWord, rightWord] = [words[at - 1], words[at]];
  if (left === undefined || right === undefined || leftWord === undefined || rightWord === undefined)
    return [];
  if (right.breakBefore) return [];
  const worth = Math.max(0.05, (leftWord.worth + rightWord.worth) / 2);
  const label = `${left.text} ${right.text}`;
  return [
    {
      id: `${left.folded} ${right.folded}`,
      kind: 'pair',
      label,
      worth,
      key: null,
      start: at - 1,
      end: at + 1,
    },
  ];
};

const wordSet = (words: readonly string[]): Set<string> =>
  new Set(
    words.flatMap((word) => {
      const { key, folded } = createToken(word);
      return [key, folded];
    }),
  );

const wholePhrases = (found: readonly PhraseMatch<string>[]): Span[] =>
  found.filter(({ start, end, keys }) => keys.length === end - start);

/** "thành lập hội" in "thành lập hội đồng thương lượng" is our own expression, cut in two. */
export const isCutFrom = (phrase: Span & { words: number }, { start, end }: Span, longerBy = 0): boolean =>
  start < phrase.end && phrase.start < end && end - start >= phrase.words + longerBy;

/** What is left of a question when some of its words are taken out. */
export const without = (text: TextFeatures, covered: ReadonlySet<number>): TextFeatures => {
  const features = text.features.filter(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (covered.has(at)) return false;
    return true;
  });
  const concepts = new Set(features.filter(({ kind }) => kind === 'concept').map(({ id }) => id.slice(1)));
  return { ...text, features, concepts, english: [] };
};
