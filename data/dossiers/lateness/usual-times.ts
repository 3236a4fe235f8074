import { addDays, dayOf } from '../../calendar/day.js';
import type { OfficeCalendar } from '../../calendar/office-calendar.js';
import { workingDaysBetween } from '../../calendar/working-days-between.js';
import type { Clock } from '../../clock.js';
import type { DossierRepository } from '../../store.js';
import type { Dossier } from '../dossier.js';

interface UsualTime {
  /** Half of the dossiers took so many working days or fewer. */
  medianDays: number;
  dossiers: number;
}

export interface UsualTimes {
  /** What is known so far, at once; null for too few finished dossiers. Asked for after an hour, it is counted anew meanwhile. */
  of(procedureCode: string): UsualTime | null;
  /** Counts the last year's dossiers, one after another. */
  refresh(): Promise<void>;
}

interface Parts {
  dossiers: Pick<DossierRepository, 'stream'>;
  calendar: OfficeCalendar;
  clock: Clock;
  onTrouble?: (error: unknown) => void;
}

/** Fewer would tell more about single people than about the office. */
const ENOUGH = 30;
const HOUR_MS = 3_600_000;

/** How long dossiers really take here, for procedures without a limit by law. */
export const createUsualTimes = ({
  dossiers,
  calendar,
  clock,
  onTrouble = () => undefined,
}: Parts): UsualTimes => {
  let known: ReadonlyMap<string, UsualTime> = new Map();
  let counted = Number.NEGATIVE_INFINITY;
  const refresh = async (): Promise<void> => {
    counted = clock.now().getTime();
    const today = dayOf(clock.now());
    known = medians(
      await daysByProcedure(dossiers.stream({ from: addDays(today, -365), to: today }), calendar),
    );
  };
  return {
    of(code) {
      if (clock.now().getTime() - counted >= HOUR_MS) refresh().catch(onTrouble);
      return known.get(code) ?? null;
    },
    refresh,
  };
};

const daysByProcedure = async (
  dossiers: AsyncIterable<Dossier>,
  calendar: OfficeCalendar,
): Promise<Map<string, number[]>> => {
  const days = new Map<string, number[]>();
  for await (const { procedureCode, receivedAt, finishedAt, waits } of dossiers) {
    if (procedureCode === null || finishedAt === null) continue;
    const between = (from: string, to: string | null): number =>
      workingDaysBetween(dayOf(new Date(from)), dayOf(new Date(to ?? finishedAt)), calendar);
    const waited = waits.reduce((sum, { from, to }) => sum + between(from, to), 0);
    const took = Math.max(0, between(receivedAt, finishedAt) - waited);
    const earlier = days.get(procedureCode);
    if (earlier) earlier.push(took);
    else days.set(procedureCode, [took]);
  }
  return days;
};

const medians = (days: ReadonlyMap<string, number[]>): Map<string, UsualTime> =>
  new Map(
    [...days]
      .filter(([, took]) => took.length >= ENOUGH)
      .map(([code, took]) => {
        const sorted = took.toSorted((one, other) => one - other);
        return [code, { medianDays: sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, dossiers: sorted.length }];
      }),
  );
