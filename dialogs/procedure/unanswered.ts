import { instant } from '../../data/calendar/day.js';
import { keptText } from '../../data/understanding/unanswered/unanswered-question.js';
import type { WhyUnanswered } from '../../data/understanding/unanswered/unanswered-question.js';
import type { Answers } from '../form-dialog.js';
import type { Turn } from '../turn.js';

/** A question asked later than this is a new one. */
const AGAIN_WITHIN = 10 * 60_000;
const NEAREST = 5;

/** Keeps a question for the office to learn from, together with the turn. */
export const keepQuestion = (
  turn: Turn,
  { why, typed, nearest }: { why: WhyUnanswered; typed: string; nearest: readonly string[] },
): void => {
  const text = keptText(typed);
  if (text === null) return;
  const { clock, random } = turn.services;
  turn.stage({
    kind: 'question',
    record: {
      id: random.uuid(),
      at: instant(clock.now()),
      text,
      why,
      nearest: [...new Set(nearest)].slice(0, NEAREST),
      channel: turn.inbound.channel,
      locale: turn.locale,
    },
  });
};

/**
 * The citizen asks again: the very next message after an answer, within ten minutes, leads by its own words to another
 * procedure. A tap, a follow-up ("mất bao lâu?") or any other message in between means that the answer was of use.
 * Kept is the question that was answered, nearest to where the new words led.
 */
export const noteAskedAgain = (turn: Turn): void => {
  const { asked } = turn.memory;
  if (asked === null) return;
  const { clock, understand } = turn.services;
  if (clock.now().getTime() - Date.parse(asked.at) > AGAIN_WITHIN) return;
  const codes = understand(turn.text, { procedureCode: null }).candidates.map(({ code }) => code);
  if (codes.length === 0 || codes[0] === asked.code) return;
  keepQuestion(turn, { why: 'askedAgain', typed: asked.text, nearest: [...codes.slice(0, 3), asked.code] });
};

/** The question a form started from was answered with this procedure. */
export const rememberAsked = (turn: Turn, answers: Answers, code: string): void => {
  const text = answers['question'] ?? null;
  const at = instant(turn.services.clock.now());
  turn.memory.asked = text === null ? null : { text, code, at, others: othersIn(answers) };
};

/** The next best after the answer. */
export const othersIn = (answers: Answers): string[] => (answers['others'] ?? '').split(' ').filter(Boolean);

/** The answer was about something else: the question is kept, and the next best are offered. */
export const keepRejectedAnswer = (turn: Turn, { text, code, others }: Asked): void => {
  keepQuestion(turn, { why: 'rejectedAnswer', typed: text, nearest: [...others, code] });
};
type Asked = NonNullable<Turn['memory']['asked']>;

/** None of the choices was what the citizen needs. */
export const keepRejected = (turn: Turn, answers: Answers): void => {
  const typed = answers['question'] ?? '';
  keepQuestion(turn, { why: 'rejectedChoices', typed, nearest: (answers['candidates'] ?? '').split(' ') });
};
