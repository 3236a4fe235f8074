import { fold } from '../../data/language/fold.js';
import { addDays } from '../../data/calendar/day.js';
import type { Day } from '../../data/calendar/day.js';
import { loadCheckQuestions } from '../../data/load-check-questions.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { loadUnderstanding } from '../../data/load-understanding.js';
import { layEdition } from '../../data/procedures/edition/lay-edition.js';
import type { OfficeAlias } from '../../data/procedures/edition/office-alias.js';
import type { OfficeEdition } from '../../data/procedures/edition/office-edition.js';
import { officeQuestions } from '../../data/procedures/edition/office-questions.js';
import { changedAnswers, ledTo } from '../../data/understanding/compare-answers.js';
import type { ChangedAnswer, Led } from '../../data/understanding/compare-answers.js';
import type { OfficeAccess } from '../office/office-access.js';
import { readQuestionGroups } from './read-questions.js';

/** What an alias would change, before it does. */
export interface TriedAlias {
  questions: number;
  answers: ChangedAnswer[];
  /** Where its own test question leads afterwards. */
  leadsTo: Led;
  titleOf: (code: string) => string;
}

/** A year of unanswered questions, of the most frequent groups one wording each. */
const KEPT_DAYS = 365;
const KEPT_GROUPS = 500;

/** Tries the shipped questions, those kept unanswered, and every name that has a word of the alias. */
export const tryAlias = async (
  office: OfficeAccess,
  edition: OfficeEdition,
  next: OfficeAlias,
  today: Day,
): Promise<TriedAlias> => {
  const base = loadCatalogue();
  const others = edition.aliases.filter(({ alias }) => alias !== next.alias);
  const before = layEdition(base, edition, today);
  const after = layEdition(base, { ...edition, aliases: [...others, next] }, today);
  const kept = await readQuestionGroups(office, { from: addDays(today, -KEPT_DAYS), to: today });
  const own = next.question ?? next.alias;
  const questions = new Set([
    next.alias,
    own,
    ...officeQuestions(edition),
    ...kept.slice(0, KEPT_GROUPS).flatMap(({ wordings }) => wordings.slice(0, 1)),
    ...loadCheckQuestions().map(({ question }) => question),
    ...before.all.flatMap(({ aliases }) => aliases.filter(sharesWordWith(next.alias))),
  ]);
  const understand = loadUnderstanding(after);
  return {
    questions: questions.size,
    answers: changedAnswers([...questions], loadUnderstanding(before), understand),
    leadsTo: ledTo(understand, own),
    titleOf: (code) => after.find(code)?.title.vi ?? code,
  };
};

/** Of thousands of names only these can be drawn away by it. */
const sharesWordWith = (alias: string): ((name: string) => boolean) => {
  const words = new Set(wordsOf(alias));
  return (name) => wordsOf(name).some((word) => words.has(word));
};

const wordsOf = (text: string): string[] => fold(text).split(/\s+/);
