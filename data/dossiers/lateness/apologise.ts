import { instant } from '../../calendar/day.js';
import type { Day } from '../../calendar/day.js';
import { workingDayBefore } from '../../calendar/working-days-between.js';
import type { Dossier } from '../dossier.js';
import { dossierTiming } from './dossier-timing.js';
import type { TimingRules } from './dossier-timing.js';
import type { Apology } from './apology.js';

export type Apologised =
  | { outcome: 'done'; dossier: Dossier; apology: Apology; tooLate: boolean }
  | { outcome: 'notRunning' | 'noDueDate' | 'tooMany' | 'notLater' | 'dayOff' };

interface Given {
  reason: string;
  newDate: Day;
  by: string;
  at: Date;
}

/** The reason and the new day, at most as often as the office allows. `tooLate`: it was owed on an earlier day. */
export const apologise = (
  dossier: Dossier,
  { newDate, reason, by, at }: Given,
  rules: TimingRules,
): Apologised => {
  const { state, dueDate: missed } = dossierTiming(dossier, rules);
  if (missed === null) return { outcome: 'noDueDate' };
  if (state === 'ended' || state === 'waiting') return { outcome: 'notRunning' };
  const problem = whyNot(dossier, missed, newDate, rules);
  if (problem !== null) return { outcome: problem };
  const apology: Apology = { at: instant(at), by, reason, missed, newDate };
  return {
    outcome: 'done',
    dossier: { ...dossier, version: dossier.version + 1, apologies: [...dossier.apologies, apology] },
    apology,
    tooLate: rules.today > lastDayFor(missed, rules),
  };
};

const whyNot = (
  { apologies }: Dossier,
  missed: Day,
  newDate: Day,
  { today, calendar, lateness }: TimingRules,
): 'tooMany' | 'notLater' | 'dayOff' | null => {
  if (apologies.length >= lateness.mostApologies) return 'tooMany';
  if (newDate <= missed || newDate < today) return 'notLater';
  return calendar.facts(newDate).worked ? null : 'dayOff';
};

/** The last day on which an apology for this promised day is in time. */
const lastDayFor = (missed: Day, { calendar, lateness }: TimingRules): Day => {
  let day = missed;
  for (let back = 0; back < lateness.apologyDaysBefore; back += 1) day = workingDayBefore(day, calendar);
  return day;
};
