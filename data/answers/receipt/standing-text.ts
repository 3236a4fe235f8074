import { formatDay } from '../../calendar/day.js';
import type { Day } from '../../calendar/day.js';
import type { Say } from '../../texts/texts.js';
import type { AnswerStanding } from './answer-standing.js';
import type { CardChange } from './card-changes.js';

/** One sentence: still so as of today, or from when it is not. */
export const standingText = (standing: AnswerStanding, today: Day, say: Say): string => {
  if (standing.state === 'gone') return say('receipt.gone');
  if (standing.state === 'same') return say('receipt.same', { day: formatDay(today) });
  return standing.since === null
    ? say('receipt.changed')
    : say('receipt.changedSince', { day: formatDay(standing.since) });
};

/** "Lệ phí: chưa công bố → 600.000 đồng". */
export const changeText = ({ what, from, to }: CardChange, say: Say): string => {
  if (from === null) return say('receipt.added', { what, to: to ?? '' });
  return to === null ? say('receipt.removed', { what, from }) : say('receipt.replaced', { what, from, to });
};
