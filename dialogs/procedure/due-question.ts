import { dayOf, instant } from '../../data/calendar/day.js';
import { readSaidMoment } from '../../data/calendar/said-moment.js';
import { fold } from '../../data/language/fold.js';

/** `filed`: when it would be filed, an instant or, for a day of the lunar calendar, `lunar:` and its year. */
export interface DueQuestion {
  filed: string;
  /** The text without the words that ask for the day, folded. */
  rest: string;
}

/**
 * "Nếu tôi nộp ngày 30/11 thì bao giờ có", "nếu nộp hôm nay"; null for any other question. "Nộp hôm 2/11 bao giờ có" tells
 * of a dossier handed in and is none: a day gone by counts only after an "if".
 */
export const readDueQuestion = (text: string, now: Date): DueQuestion | null => {
  const said = fold(text);
  if (!FILES.test(said) || ALREADY.test(said)) return null;
  if (!WHEN.test(said) && (!IF.test(said) || OTHERWISE.test(said))) return null;
  if (LUNAR.test(said))
    return { filed: `lunar:${lunarYear(said, now)}`, rest: aside(said.replace(LUNAR_DAY, ' ')) };
  const moment = readSaidMoment(text, now);
  if (moment === null || (moment.at < startOf(now) && !IF.test(said))) return null;
  return { filed: instant(moment.at), rest: aside(moment.rest) };
};

const aside = (said: string): string => said.replace(ABOUT_FILING, ' ').replace(/\s+/g, ' ').trim();

const FILES = /\b(nop|gui ho so|file|submit|apply)\b/;
const WHEN =
  /\b(bao gio|khi nao|luc nao|ngay nao|hom nao|chung nao|bao lau|may ngay|ngay hen|hen tra|hen ngay|kip|when|how long)\b/;
const IF = /\b(neu|gia su|gia nhu|vi du|if)\b/;
/** With an "if" and no "when", these ask for something else. */
const OTHERWISE = /\b(gi|dau|phi|tien|ai|sao|the nao|nhu nao|khong|ko|what|where|how|who|fee|can i)\b/;
const ALREADY = /\b(da nop|nop roi|da gui|nop xong|hom qua|hom truoc|tuan truoc|thang truoc)\b/;
/** Words that ask for the day and name no procedure. */
const ABOUT_FILING =
  /\b(neu|gia su|toi|em|minh|nop|ho so|vao|thi|bao gio|khi nao|ngay nao|co ket qua|co kip|kip|co|xong|duoc|lay|nhan|if|i|file|when|on|is it|ready)\b/g;

/** Days that move from year to year: none is turned into a date here. */
const LUNAR = /\b(am lich|thang gieng|thang chap|giao thua|ram thang|tet(?! (?:duong|tay|doc lap)))\b/;
const LUNAR_DAY =
  /\b(?:(?:truoc|sau|ngay|mung|mong|nghi|ram|thang|gieng|chap|giao thua|tet|am lich|am|nguyen dan|nam|\d{1,4})\b\s*)*\b(?:am lich|thang gieng|thang chap|giao thua|ram thang|tet)\b(?:\s*(?:nguyen dan|am lich|nam|\d{1,4}))*/g;

/** The one named; else this year's in January and February, and next year's after them. */
const lunarYear = (said: string, now: Date): string => {
  const today = dayOf(now);
  const next = Number(today.slice(0, 4)) + (today.slice(5) > '02-28' ? 1 : 0);
  return /\b20\d\d\b/.exec(said)?.[0] ?? String(next);
};

/** A few hours back are still today. */
const startOf = (now: Date): Date => new Date(now.getTime() - 24 * 3_600_000);
