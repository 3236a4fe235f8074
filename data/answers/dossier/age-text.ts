import type { Say } from '../../texts/texts.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "5 phút", "3 giờ", "2 ngày": whole ones, the largest that fits. */
export const ageText = (milliseconds: number, say: Say): string => {
  if (milliseconds >= DAY_MS) return say('age.days', { value: Math.floor(milliseconds / DAY_MS) });
  if (milliseconds >= HOUR_MS) return say('age.hours', { value: Math.floor(milliseconds / HOUR_MS) });
  return say('age.minutes', { value: Math.max(1, Math.floor(milliseconds / MINUTE_MS)) });
};
