import type { Card } from '../bot/framework/sdk.js';
import { optionSuggestions, readChoice } from './choice.js';
import type { Option } from './choice.js';
import type { Answers, FormStep, Reading } from './form-dialog.js';
import type { Turn } from './turn.js';

interface ChoiceStep {
  id: string;
  ask: (turn: Turn, answers: Answers) => string;
  options: (turn: Turn, answers: Answers) => readonly Option[];
  card?: (turn: Turn, answers: Answers) => Card;
}

/** One answer out of several, by tap, by number or in words; kept under the step's id. */
export const choiceStep = ({ id, ask, options, card }: ChoiceStep): FormStep => {
  const asked = (turn: Turn, answers: Answers, prefix = '') => {
    const offered = options(turn, answers);
    return {
      text: prefix + ask(turn, answers),
      suggestions: optionSuggestions(offered),
      expects: 'choice' as const,
      card: card?.(turn, answers) ?? null,
    };
  };
  return {
    id,
    ask: (turn, answers) => asked(turn, answers),
    read: (turn, answers): Reading => {
      const value = readChoice(turn.text, options(turn, answers));
      if (value !== null) return { answers: { [id]: value } };
      return { again: asked(turn, answers, `${turn.say('main.notAnOption')}\n`) };
    },
  };
};

interface TextStep {
  id: string;
  ask: (turn: Turn, answers: Answers) => string;
  limit: number;
  /** A word that leaves the answer out, and how it is shown; absent: an answer is needed. */
  skip?: (turn: Turn) => Option;
  /** Text the citizen typed → what to keep, or why it does not do. */
  check?: (turn: Turn, text: string) => { value: string } | { problem: string };
}

/** Free text, whatever it says; too long or unfit is said and nothing is cut in silence. */
export const textStep = ({ id, ask, limit, skip, check }: TextStep): FormStep => ({
  id,
  expects: 'text',
  ask: (turn, answers) => ({
    text: ask(turn, answers),
    suggestions: skip ? optionSuggestions([skip(turn)]) : [],
    expects: 'text',
  }),
  read: (turn): Reading => {
    if (skip && readChoice(turn.text, [skip(turn)]) !== null) return { answers: { [id]: null } };
    if (turn.text === '') return { again: { text: turn.say('main.empty') } };
    const { length } = turn.text;
    if (length > limit) return { again: { text: turn.say('main.tooLong', { length, limit }) } };
    const checked = check?.(turn, turn.text) ?? { value: turn.text };
    return 'problem' in checked ? { again: { text: checked.problem } } : { answers: { [id]: checked.value } };
  },
});
