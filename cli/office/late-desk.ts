import { z } from 'zod';
import { Day, dayOf } from '../../data/calendar/day.js';
import { APOLOGY_REASON_LIMIT } from '../../data/dossiers/lateness/apology.js';
import { apologise } from '../../data/dossiers/lateness/apologise.js';
import type { TimingRules } from '../../data/dossiers/lateness/dossier-timing.js';
import { lateNoticeKey } from '../../data/dossiers/lateness/late-notice.js';
import { todaysWork } from '../../data/dossiers/lateness/todays-work.js';
import { Dossier } from '../../data/dossiers/dossier.js';
import { auditEntry } from './audit.js';
import type { OfficeCommand, OfficeServices } from './office-command.js';

const ApologyInput = z.strictObject({
  code: z.string(),
  reason: z.string().trim().min(1).max(APOLOGY_REASON_LIMIT),
  newDate: Day,
  actor: z.string().min(1),
});

/** The one line `dossiers.apologise` gives back; the dossier without the numbers of its check. */
export const ApologyResult = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('done'), dossier: Dossier, tooLate: z.boolean() }),
  z.strictObject({
    outcome: z.enum(['notFound', 'notRunning', 'noDueDate', 'tooMany', 'notLater', 'dayOff']),
  }),
]);
export type ApologyResult = z.infer<typeof ApologyResult>;

export const createLateCommands = (services: OfficeServices): Record<string, OfficeCommand> => ({
  async *'dossiers.today'() {
    for (const item of await todaysWork(services.store, timingRules(services))) yield JSON.stringify(item);
  },
  async *'dossiers.apologise'(input) {
    yield JSON.stringify(await giveApology(services, ApologyInput.parse(input)));
  },
});

const timingRules = ({ clock, rules }: OfficeServices): TimingRules => {
  const { office, dueDates } = rules();
  return { today: dayOf(clock.now()), calendar: dueDates.calendar, lateness: office.lateness };
};

/** The notice of who asked has done its work once the apology is there. */
const giveApology = async (
  services: OfficeServices,
  { code, reason, newDate, actor }: z.infer<typeof ApologyInput>,
): Promise<ApologyResult> => {
  const kept = await services.store.dossiers.find(code);
  if (kept === null) return { outcome: 'notFound' };
  const given = { reason, newDate, by: actor, at: services.clock.now() };
  const result = apologise(kept, given, timingRules(services));
  if (result.outcome !== 'done') return result;
  await services.store.commit([
    { kind: 'dossier', record: result.dossier },
    { kind: 'state', key: lateNoticeKey(code), value: null },
    auditEntry(services, actor, 'dossiers.apologise', { code, newDate }),
  ]);
  const dossier = { ...result.dossier, phoneLast4: null, identityLast4: null };
  return { outcome: 'done', dossier, tooLate: result.tooLate };
};
