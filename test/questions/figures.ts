import type { Understand } from '../../data/understanding/understanding.js';
import type { Question } from './question-set.js';

export interface Figures {
  asked: number;
  first: number;
  firstThree: number;
  answered: number;
  rightAnswers: number;
  outside: number;
  rejected: number;
  intents: number;
  rightIntents: number;
}

const NOTHING: Figures = {
  asked: 0,
  first: 0,
  firstThree: 0,
  answered: 0,
  rightAnswers: 0,
  outside: 0,
  rejected: 0,
  intents: 0,
  rightIntents: 0,
};

/** Counts, per style and over all (`all`), what the goals are set in. */
export const measure = (questions: readonly Question[], understand: Understand): Map<string, Figures> => {
  const byStyle = new Map<string, Figures>();
  for (const question of questions) {
    const figures = judge(question, understand);
    for (const style of [question.style, 'all'])
      byStyle.set(style, add(byStyle.get(style) ?? NOTHING, figures));
  }
  return byStyle;
};

const judge = ({ accepted, intent, text, context }: Question, understand: Understand): Partial<Figures> => {
  const understood = understand(text, { procedureCode: context });
  const intents = intent === null ? {} : { intents: 1, rightIntents: count(understood.intent === intent) };
  if (accepted === null) return intents;
  if (accepted.length === 0)
    return { ...intents, outside: 1, rejected: count(understood.outcome === 'none') };
  const codes = understood.candidates.map(({ code }) => code);
  const first = count(accepted.includes(codes[0] ?? ''));
  const answered = count(understood.outcome === 'answer');
  return {
    ...intents,
    asked: 1,
    first,
    firstThree: count(codes.slice(0, 3).some((code) => accepted.includes(code))),
    answered,
    rightAnswers: answered * first,
  };
};

const count = (yes: boolean): number => (yes ? 1 : 0);

const add = (sum: Figures, more: Partial<Figures>): Figures => {
  const total = { ...sum };
  for (const name of Object.keys(sum) as (keyof Figures)[]) total[name] += more[name] ?? 0;
  return total;
};

export const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
