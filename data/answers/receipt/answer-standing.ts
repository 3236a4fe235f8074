import type { Day } from '../../calendar/day.js';
import type { Catalogue } from '../../procedures/catalogue.js';
import type { ProcedureCorrection } from '../../procedures/edition/procedure-correction.js';
import type { AnswerContext } from '../answer-context.js';
import { procedureCard } from '../procedure-card.js';
import { cardChanges } from './card-changes.js';
import type { CardChange } from './card-changes.js';
import type { GivenAnswer } from './given-answer.js';

/** How an answer stands to what would be said today. */
export type AnswerStanding =
  | { state: 'same' }
  /** `since`: the first day of the other answer; null where the office's own settings changed, which have no day. */
  | { state: 'changed'; since: Day | null; changes: CardChange[] }
  /** The procedure is no longer in the catalogue. */
  | { state: 'gone' };

interface Today {
  context: AnswerContext;
  catalogue: Pick<Catalogue, 'find' | 'edition'>;
  corrections: readonly ProcedureCorrection[];
}

/** Compared is what the records say, both told in today's words: a sentence put better is no change. */
export const standingOf = (
  answer: GivenAnswer,
  { context, catalogue, corrections }: Today,
): AnswerStanding => {
  const { procedure, answers, office, day } = answer;
  const now = catalogue.find(procedure.code);
  if (now === null) return { state: 'gone' };
  const then = { ...context, today: day, office: { ...context.office, ...office } };
  const changes = cardChanges(
    { card: procedureCard(procedure, answers, then), context: then },
    { card: procedureCard(now, answers, context), context },
  );
  if (changes.length === 0) return { state: 'same' };
  return { state: 'changed', since: changedSince(answer, { context, catalogue, corrections }), changes };
};

/** The office's first correction since then; without one the shipped edition that is another now. */
const changedSince = (
  { procedure, day, at, edition }: GivenAnswer,
  { context: { today }, catalogue, corrections }: Today,
): Day | null => {
  const [correction] = corrections
    .filter(({ code, effectiveFrom }) => code === procedure.code && effectiveFrom <= today)
    .filter(({ effectiveFrom, recordedAt }) => effectiveFrom > day || recordedAt > at)
    .map(({ effectiveFrom }) => effectiveFrom)
    .sort();
  if (correction !== undefined) return correction;
  return catalogue.edition.base === edition.base ? null : catalogue.edition.base;
};
