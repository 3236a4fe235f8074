import { formatDay } from '../calendar/day.js';
import type { Day } from '../calendar/day.js';
import type { DueDate } from '../calendar/due-date.js';
import { weekdayOf } from '../calendar/office-calendar.js';
import type { Duration } from '../procedures/processing-time.js';
import type { Say } from '../texts/texts.js';
import { durationText } from './duration-text.js';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** "thứ Hai 07/12/2026". */
export const longDay = (day: Day, say: Say): string =>
  say('due.day', { weekday: weekdayText(day, say), day: formatDay(day) });

/** The whole sum in one sentence, then a word on every day in it that is not official. */
export const dueDateText = (due: DueDate, duration: Duration, say: Say): string[] => {
  const skipped = due.skipped.map(({ day, name }) => say('due.skippedDay', { day: shortDay(day), name }));
  return [
    say('due.sum', {
      filed: longDay(due.filed.day, say),
      moved:
        due.moved === null
          ? ''
          : say(`due.${due.moved}`, { time: due.filed.time, day: longDay(due.countsFrom, say) }),
      first: `${weekdayText(due.firstDay, say)} ${shortDay(due.firstDay)}`,
      duration: durationText(duration, say),
      skipped: skipped.length > 0 ? say('due.skipped', { days: skipped.join(', ') }) : '',
      due: due.dueTime === null ? longDay(due.dueDate, say) : `${due.dueTime} ${longDay(due.dueDate, say)}`,
    }),
    ...(due.endedOn === null ? [] : [say('due.endedOn', { day: longDay(due.endedOn, say) })]),
    ...unofficialText(due.unofficial, say),
  ];
};

/** A few days are named; a whole stretch of a year without a plan is said once. */
const unofficialText = (days: readonly Day[], say: Say): string[] => {
  if (days.length === 0) return [];
  const [first = '', ...rest] = days;
  if (rest.length === 0) return [say('due.unofficialDay', { day: longDay(first, say) })];
  return [say('due.unofficialDays', { from: formatDay(first), to: formatDay(rest.at(-1) ?? first) })];
};

const weekdayText = (day: Day, say: Say): string => say(`weekday.${WEEKDAYS[weekdayOf(day)] ?? 'sunday'}`);

/** 2026-11-23 → 23/11. */
const shortDay = (day: Day): string => formatDay(day).slice(0, 5);
