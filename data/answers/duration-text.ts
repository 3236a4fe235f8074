import type { Duration } from '../procedures/processing-time.js';
import type { Say } from '../texts/texts.js';

/** "10 ngày làm việc", "1 working day". */
export const durationText = ({ value, unit }: Duration, say: Say): string =>
  say(value === 1 ? `unit.${unit}One` : `unit.${unit}`, { value });
