import { readSaidMoment } from '../../data/calendar/said-moment.js';
import type { SaidMoment } from '../../data/calendar/said-moment.js';
import { fold } from '../../data/language/fold.js';

/**
 * "Nếu tôi nộp ngày 30/11 thì bao giờ có" → when it would be filed; null for any other question. "Nộp hôm 2/11 bao giờ
 * có" tells of a dossier handed in and is none: a day gone by counts only after an "if".
 */
export const readDueQuestion = (text: string, now: Date): SaidMoment | null => {
  const said = fold(text);
  if (!FILES.test(said) || !WHEN.test(said) || ALREADY.test(said)) return null;
  const moment = readSaidMoment(text, now);
  if (moment === null || (moment.at < startOf(now) && !IF.test(said))) return null;
  return { ...moment, rest: moment.rest.replace(ABOUT_FILING, ' ').replace(/\s+/g, ' ').trim() };
};

const FILES = /\b(nop|gui ho so|file|submit|apply)\b/;
const WHEN =
  /\b(bao gio|khi nao|luc nao|ngay nao|hom nao|chung nao|bao lau|may ngay|ngay hen|hen tra|hen ngay|when|how long)\b/;
const IF = /\b(neu|gia su|gia nhu|vi du|if)\b/;
const ALREADY = /\b(da nop|nop roi|da gui|nop xong|hom qua|hom truoc|tuan truoc|thang truoc)\b/;
/** Words that ask for the day and name no procedure. */
const ABOUT_FILING =
  /\b(neu|gia su|toi|em|minh|nop|ho so|vao|thi|bao gio|khi nao|ngay nao|co ket qua|co|xong|duoc|lay|nhan|if|i|file|when|on|is it|ready)\b/g;

/** A few hours back are still today. */
const startOf = (now: Date): Date => new Date(now.getTime() - 24 * 3_600_000);
