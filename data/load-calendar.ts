import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CalendarYear } from './calendar/calendar-year.js';
import { parseFile, projectRoot } from './load-dataset.js';

/**
 * The years known, oldest first: those shipped, and in place of them or besides them those the office has entered in
 * its own folder. Throws DomainError `dataset.invalid` naming the file.
 */
export const loadCalendarYears = (own: string | null = null): CalendarYear[] => {
  const shipped = yearsIn(join(projectRoot(), 'data', 'calendar', 'years'));
  const entered = own !== null && existsSync(own) ? yearsIn(own) : [];
  const years = new Map([...shipped, ...entered].map((year) => [year.year, year]));
  return [...years.values()].sort((one, other) => one.year - other.year);
};

/** Where an office enters years: kept with its data, so that an update overwrites none. */
export const calendarFolder = (dataDir: string): string => join(dataDir, 'calendar');

const yearsIn = (folder: string): CalendarYear[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => parseFile(join(folder, name), CalendarYear));
