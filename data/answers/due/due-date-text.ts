import { formatDay, weekdayOf } from '../../calendar/day.js';
import type { Day } from '../../calendar/day.js';
import type { DueDate, NamedDay } from '../../calendar/due-date.js';
import type { Duration } from '../../procedures/processing-time.js';
import type { Say } from '../../texts/texts.js';
import { durationText } from '../duration-text.js';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** "thứ Hai 07/12/2026". */
export const longDay = (day: Day, say: Say): string =>
  say('due.day', { weekday: weekdayText(day, say), day: formatDay(day) });

/** The whole sum in one sentence, then a word on every day in it that is not official. */
export const dueDateText = (due: DueDate, duration: Duration, say: Say): string[] => [
  ...dueSumText(due, duration, say),
  ...unofficialText(due.unofficial, say),
];

export const dueSumText = (due: DueDate, duration: Duration, say: Say): string[] => [
  say(SUMS[duration.unit], {
    filed: longDay(due.filed.day, say),
    moved: movedText(due, say),
    first: [due.firstTime, `${weekdayText(due.firstDay, say)} ${shortDay(due.firstDay)}`].join(' ').trim(),
    duration: durationText(duration, say),
    named: namedText(due, duration, say),
    due: dueMomentText(due, say),
  }),
  ...(due.endedOn === null ? [] : [say('due.endedOn', { day: longDay(due.endedOn, say) })]),
];

/** "thứ Hai 07/12/2026", for hours "10:00 thứ Hai 07/12/2026". */
export const dueMomentText = ({ dueDate, dueTime }: Pick<DueDate, 'dueDate' | 'dueTime'>, say: Say): string =>
  [dueTime, longDay(dueDate, say)].join(' ').trim();

const SUMS = { workingDay: 'due.sum', day: 'due.sumDays', hour: 'due.sumHours' } as const;

const movedText = ({ moved, filed, countsFrom }: DueDate, say: Say): string =>
  moved === null ? '' : say(`due.${moved}`, { time: filed.time, day: longDay(countsFrom, say) });

/** Days off are no exception to a term in calendar days, which counts them. */
const namedText = ({ skipped, madeUp }: DueDate, { unit }: Duration, say: Say): string => {
  const list = (days: readonly NamedDay[]): string =>
    days.map(({ day, name }) => say('due.namedDay', { day: shortDay(day), name })).join(', ');
  return [
    skipped.length > 0 && unit !== 'day' ? say('due.skipped', { days: list(skipped) }) : '',
    madeUp.length > 0 ? say('due.madeUp', { days: list(madeUp) }) : '',
  ].join('');
};

/** A few days are named; a whole stretch of a year without a plan is said once. */
export const unofficialText = (days: readonly Day[], say: Say): string[] => {
  if (days.length === 0) return [];
  const [first = '', ...rest] = days;
  if (rest.length === 0) return [say('due.unofficialDay', { day: longDay(first, say) })];
  return [say('due.unofficialDays', { from: formatDay(first), to: formatDay(rest.at(-1) ?? first) })];
};

const weekdayText = (day: Day, say: Say): string => say(`weekday.${WEEKDAYS[weekdayOf(day)] ?? 'sunday'}`);

/** 2026-11-23 → 23/11. */
const shortDay = (day: Day): string => formatDay(day).slice(0, 5);
