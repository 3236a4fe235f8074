import { needsOf } from '../../data/answers/preparation/preparation.js';
import { inLocale } from '../../data/language/locale.js';
import type { Locale } from '../../data/language/locale.js';
import type { RequiredDocument } from '../../data/procedures/procedure-case.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import type { Answers, FormStep, Reading } from '../form-dialog.js';
import { settledAnswers } from '../procedure/case-step.js';
import type { Reply, Turn } from '../turn.js';
import { readPapers } from './read-papers.js';
import { tickAnswer, ticksIn } from './ticks.js';

/** Papers to tick, as often as the citizen likes; null once he is done. Who types numbers on a phone says all at once. */
export const papersStep = (procedure: Procedure, answers: Answers): FormStep | null => {
  if (answers['done'] !== undefined) return null;
  const needs = needsOf(procedure, settledAnswers(answers));
  return {
    id: 'papers',
    ask: (turn, given) => ask(turn, needs, given, question(turn, needs, given)),
    read: (turn, given): Reading => {
      const said = readPapers(
        withoutMark(turn.text),
        needs.map((need) => namesOf(need, turn)),
      );
      if (said === null) return { again: ask(turn, needs, given, turn.say('prepare.notRead')) };
      if (said === 'done') return { answers: { done: 'yes' } };
      const ticked = ticksIn(given);
      const positions = 'has' in said ? said.has.filter((one) => !ticked.includes(one)) : [said.tapped];
      const isAll = 'has' in said && [0, needs.length].includes(said.has.length);
      return {
        answers: { ...tickAnswer(given, positions), ...((isAll || isTyped(turn)) && { done: 'yes' }) },
      };
    },
  };
};

/** Without buttons every message costs: the first list of numbers is the whole answer. */
const isTyped = ({ inbound }: Turn): boolean => inbound.channel === 'sms' || inbound.channel === 'zalo';

const question = (turn: Turn, needs: readonly RequiredDocument[][], answers: Answers): string => {
  if (isTyped(turn)) return turn.say('prepare.whichTyped');
  const have = ticksIn(answers).length;
  const done = turn.say('prepare.done');
  return have === 0
    ? turn.say('prepare.which', { done })
    : turn.say('prepare.soFar', { have, count: needs.length, done });
};

const ask = (turn: Turn, needs: readonly RequiredDocument[][], answers: Answers, text: string): Reply => {
  const ticked = ticksIn(answers);
  const papers = needs.map((need, position) => {
    const value = shortName(need, turn);
    return {
      title: isTyped(turn) ? value : `${ticked.includes(position) ? TICKED : OPEN} ${value}`,
      value: String(position + 1),
    };
  });
  const done = turn.say('prepare.done');
  return {
    text,
    suggestions: isTyped(turn) ? papers : [...papers, { title: done, value: done }],
    expects: 'choice',
  };
};

const TICKED = '☑';
const OPEN = '☐';

/** Some clients send the words on the button. */
const withoutMark = (text: string): string => text.replace(/^[☑☐]\s*/u, '');

/** One line on a phone and a half; the list that follows has the whole name. */
const LONGEST_NAME = 56;

const shortName = (need: readonly RequiredDocument[], turn: Turn): string => {
  const [one = '', ...others] = need.map(({ name }) => inLocale(name, turn.locale));
  return shortened(others.reduce((said, other) => turn.say('prepare.or', { one: said, other }), one));
};

const shortened = (name: string): string =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME).replace(/[\s,;]+\S*$/, '')}…`;

/** In both languages, and as the button says it. */
const namesOf = (need: readonly RequiredDocument[], turn: Turn): string[] => [
  ...need.flatMap(({ name }) => (['vi', 'en'] satisfies Locale[]).map((locale) => inLocale(name, locale))),
  shortName(need, turn),
];
