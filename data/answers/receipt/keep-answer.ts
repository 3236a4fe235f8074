import { instant } from '../../calendar/day.js';
import { canonicalJson } from '../../canonical-json.js';
import type { Locale } from '../../language/locale.js';
import type { CaseAnswers } from '../../procedures/procedure-case.js';
import type { Procedure } from '../../procedures/procedure.js';
import type { AnswerRepository, Change } from '../../store.js';
import type { AnswerContext } from '../answer-context.js';
import type { Card } from '../card.js';
import { answerCode } from './answer-code.js';
import type { GivenAnswer } from './given-answer.js';

interface Given {
  procedure: Procedure;
  answers: CaseAnswers;
  cards: Record<Locale, Card>;
}

/** The code of an answer about to be given. `change` writes it down; null when the same was said before. */
export const keepAnswer = async (
  given: Given,
  context: AnswerContext,
  kept: Pick<AnswerRepository, 'find' | 'packed'>,
): Promise<{ code: string; change: (Change & { kind: 'answer' }) | null }> => {
  const content = contentOf(given, context);
  const text = canonicalJson(content);
  for (let attempt = 0; ; attempt += 1) {
    const code = answerCode(text, attempt);
    const known = await kept.find(code);
    if (known === null)
      return {
        code,
        change: { kind: 'answer', record: kept.packed({ code, at: instant(context.now), ...content }) },
      };
    if (canonicalJson(sayingOf(known)) === text) return { code, change: null };
  }
};

/** All of it but its name and when it was first given. */
type Content = Omit<GivenAnswer, 'code' | 'at'>;

const contentOf = (
  { procedure, answers, cards }: Given,
  { today, edition, office }: AnswerContext,
): Content => ({
  day: today,
  edition,
  procedure: { ...procedure, aliases: [], abbreviations: [], situations: [] },
  answers,
  office: {
    local: office.local.filter((one) => one.procedure === procedure.code),
    paused: office.paused.filter((one) => one.procedure === procedure.code),
    counters: office.counters,
  },
  cards,
});

const sayingOf = ({ day, edition, procedure, answers, office, cards }: Content): Content => ({
  day,
  edition,
  procedure,
  answers,
  office,
  cards,
});
