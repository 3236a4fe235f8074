import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CalendarYear } from './calendar/calendar-year.js';
import { parseFile, projectRoot } from './load-dataset.js';

/** The years entered so far, oldest first. */
export const loadCalendarYears = (
  folder = join(projectRoot(), 'data', 'calendar', 'years'),
): CalendarYear[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => parseFile(join(folder, name), CalendarYear));
