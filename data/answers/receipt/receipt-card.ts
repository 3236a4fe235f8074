import { formatDay } from '../../calendar/day.js';
import type { AnswerContext } from '../answer-context.js';
import type { Card, CardSection } from '../card.js';
import type { AnswerStanding } from './answer-standing.js';
import type { GivenAnswer } from './given-answer.js';
import { changeText, standingText } from './standing-text.js';

/** A card as it is given: its code stands quietly below it, and at the end of what an SMS begins with. */
export const withCode = (card: Card, code: string, { say }: Pick<AnswerContext, 'say'>): Card => ({
  ...card,
  footer: [card.footer, say('receipt.code', { code })].filter((line) => line !== null).join('\n'),
  brief: `${card.brief} ${say('receipt.codeShort', { code })}`,
});

/** The same answer again, with what has become of it since; `pages`: the address the public pages begin with. */
export const receiptCard = (
  { code, day, cards }: GivenAnswer,
  standing: AnswerStanding,
  context: Pick<AnswerContext, 'say' | 'locale' | 'today'>,
  pages: string,
): Card => {
  const { say, locale, today } = context;
  const card = withCode(cards[locale], code, context);
  const given = say('receipt.given', { day: formatDay(day) });
  const became = standingText(standing, today, say);
  const tone = standing.state === 'same' ? 'info' : 'warning';
  return {
    ...card,
    notices: [{ tone, text: `${given} ${became}` }, ...card.notices],
    sections: [...changesSection(standing, say), ...card.sections],
    links: [{ title: say('receipt.print'), url: `${pages}/tra-loi/${code}` }, ...card.links],
    brief: `${given} ${became} ${card.brief}`,
  };
};

const changesSection = (standing: AnswerStanding, say: AnswerContext['say']): CardSection[] =>
  standing.state === 'changed'
    ? [
        {
          id: 'changes',
          heading: say('receipt.changes'),
          lines: standing.changes.map((change) => ({ text: changeText(change, say) })),
          open: true,
        },
      ]
    : [];
