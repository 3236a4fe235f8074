import { fold } from '../language/fold.js';
import { addDays, Day, dayOf, momentAt, timeOf, weekdayOf } from './day.js';

export interface SaidMoment {
  at: Date;
  /** The text without the words that tell the time, folded. */
  rest: string;
}

/**
 * The day, and the time of day if said, in what a citizen wrote: "ngày 30/11", "30 tháng 11", "hôm nay", "mai", "thứ hai
 * tuần sau", "15h chiều mai", "tomorrow". Without a time: now for today, else the morning. null when there is none, or
 * no such day.
 */
export const readSaidMoment = (text: string, now: Date): SaidMoment | null => {
  const said = fold(text);
  const clock = readClock(said);
  const words = clock === null ? said : said.replace(clock.words, ' ').replace(/\s+/g, ' ');
  const found = readDay(words, dayOf(now));
  if (found === null) return null;
  const time = clock?.time ?? (found.day === dayOf(now) ? timeOf(now) : '00:00');
  return { at: momentAt(found.day, time), rest: words.replace(found.words, ' ').replace(/\s+/g, ' ').trim() };
};

const readDay = (said: string, today: Day): { day: Day; words: string } | null => {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(said);
    const day = match && read(match, today);
    if (day) return { day, words: match[0] };
  }
  return null;
};

type Reader = (match: RegExpExecArray, today: Day) => Day | null;

const dated: Reader = ([, day = '', month = '', year], today) =>
  yearOf(Number(day), Number(month), year, today);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const inEnglish: Reader = ([, day = '', month = '', year], today) =>
  yearOf(Number(day), MONTHS.indexOf(month.slice(0, 3)) + 1, year, today);

const ahead =
  (days: number): Reader =>
  (_, today) =>
    addDays(today, days);

/** "thứ hai" is the next one; "thứ hai tuần sau" that of the week after this one, which begins on a Monday. */
const onWeekday: Reader = ([, number, sunday, week], today) => {
  const wanted = sunday === undefined ? (WEEKDAYS[number ?? ''] ?? 0) : 7;
  const current = weekdayOf(today) || 7;
  if (week !== undefined) return addDays(today, 7 - current + wanted);
  return addDays(today, (wanted - current + 7) % 7 || 7);
};

/** ISO weekday by the words for it. */
const WEEKDAYS: Readonly<Record<string, number>> = {
  hai: 1,
  '2': 1,
  monday: 1,
  ba: 2,
  '3': 2,
  tuesday: 2,
  tu: 3,
  bon: 3,
  '4': 3,
  wednesday: 3,
  nam: 4,
  '5': 4,
  thursday: 4,
  sau: 5,
  '6': 5,
  friday: 5,
  bay: 6,
  '7': 6,
  saturday: 6,
};

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/\b(?:ngay )?(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?\b/, dated],
  [/\b(?:ngay |mung |mong )*(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?\b/, dated],
  [
    /\b(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (\d{4}))?\b/,
    inEnglish,
  ],
  [/\b(?:hom nay|bay gio|luc nay|bua nay|hom ni|today|right now)\b/, ahead(0)],
  [/\b(?:ngay kia|ngay mot|bua mot|the day after tomorrow)\b/, ahead(2)],
  [/\b(?:ngay mai|hom mai|bua mai|(?:sang|chieu) mai|mai|tomorrow)\b/, ahead(1)],
  [/\b(?:thu (hai|ba|tu|bon|nam|sau|bay|[2-7])|(chu nhat|cn))(?: (tuan (?:sau|toi)))?\b/, onWeekday],
  [/\b(?:on )?(?:next )?(monday|tuesday|wednesday|thursday|friday|saturday)|(sunday)\b/, onWeekday],
];

/** Without a year the nearest: a season back, for somebody tells of what was, or up to the next nine months. */
const SEASON_DAYS = 90;

const yearOf = (day: number, month: number, year: string | undefined, today: Day): Day | null => {
  const inYear = (one: number): Day | null =>
    Day.safeParse(`${String(one)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`).data ??
    null;
  if (year !== undefined) return inYear(Number(year));
  const thisYear = Number(today.slice(0, 4));
  const nearest = addDays(today, -SEASON_DAYS);
  return (
    [thisYear - 1, thisYear, thisYear + 1].map(inYear).find((one) => one !== null && one >= nearest) ?? null
  );
};

const CLOCK =
  /\b(?:luc |vao |at )?(\d{1,2})\s?(?:h|gio|:|g)(?:\s?(\d{2}))?(?: phut)?(?: (sang|trua|chieu|toi))?\b/;
const NOON = 12;

const readClock = (said: string): { time: string; words: string } | null => {
  const [words, hour = '', minute = '00', part] = CLOCK.exec(said) ?? [];
  if (words === undefined) return null;
  const after = (part === 'chieu' || part === 'toi') && Number(hour) < NOON ? NOON : 0;
  const hours = Number(hour) + after;
  if (hours > 23 || Number(minute) > 59) return null;
  return { time: `${String(hours).padStart(2, '0')}:${minute}`, words };
};
