import type { Decision } from './outcome.js';
import type { TextFeatures } from '../ranking/features.js';
import type { ProcedureIndex } from '../ranking/procedure-index.js';
import type { Ranked } from '../ranking/rank.js';
import type { Aspect } from '../understanding.js';

interface Asked {
  aspect: Aspect | null;
  decision: Decision;
}

/** A new procedure put this clearly is not taken for a word about the last one. */
const CLEARLY_NEW = 0.8;
/** Among so many of the nearest is the one that does what is asked now. */
const NEIGHBOURS = 8;

/**
 * Reads a message against the procedure just talked about: "mất bao lâu?" stays with it, "còn gia hạn thì sao?" goes to
 * its neighbour, "bố tôi mới mất" starts anew (null).
 */
export const createFollowUp = (
  { entries }: ProcedureIndex,
  rank: (features: TextFeatures) => Ranked[],
  featuresOf: (text: string) => TextFeatures,
) => {
  const byCode = new Map(entries.map((entry) => [entry.procedure.code, entry]));

  return (code: string, question: TextFeatures, { aspect, decision }: Asked): string | null => {
    const entry = byCode.get(code);
    if (entry === undefined) return null;
    if (namesAnother(decision)) return null;
    const about = featuresOf(entry.procedure.title.vi);
    const ranked = question.actions.size === 0 ? [] : rank(together(about, question)).slice(0, NEIGHBOURS);
    const doing = ranked.filter(({ signals }) => signals.action === 1);
    const neighbour = doing.find((other) => sharesCore(byCode.get(other.code)?.core, entry.core));
    if (neighbour !== undefined) return neighbour.code;
    if (doing.length > 0) return code;
    return aspect === null ? null : code;
  };
};

const namesAnother = ({ candidates: [first] }: Decision): boolean =>
  (first?.evidence ?? 0) > 0 || (first?.signals?.phrase ?? 0) > CLEARLY_NEW;

const together = (about: TextFeatures, question: TextFeatures): TextFeatures => ({
  features: [...about.features, ...question.features],
  concepts: new Set([...about.concepts, ...question.concepts]),
  actions: question.actions,
  tokens: question.tokens,
  named: question.named,
  english: question.english,
});

const sharesCore = (other: ReadonlySet<string> | undefined, own: ReadonlySet<string>): boolean =>
  other !== undefined && [...own].some((concept) => other.has(concept));
