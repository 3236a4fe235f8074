import { dayOf, formatDay, timeOf } from './day.js';
import type { Instant } from './day.js';

/** `08:30 15/09/2026` on the office's clock. */
export const momentText = (moment: Instant): string => {
  const at = new Date(moment);
  return `${timeOf(at)} ${formatDay(dayOf(at))}`;
};
