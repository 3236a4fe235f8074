import { z } from 'zod';
import { CountingRules } from '../calendar/counting-rules.js';
import { Day } from '../calendar/day.js';
import { Duration } from '../procedures/processing-time.js';
import { ProcedureCode } from '../procedures/procedure.js';
import { RetentionPeriods } from '../retention/retention-periods.js';

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');

/** A stretch of opening, `from` before `to`; the gap between two of them is the lunch break. */
const Opening = z
  .strictObject({ from: Time, to: Time })
  .refine(({ from, to }) => from < to, { error: 'from phải trước to' });

/** A day's openings from morning to evening: the last one's end is closing time. */
const Openings = z
  .array(Opening)
  .refine((openings) => openings.every(({ from }, at) => at === 0 || (openings[at - 1]?.to ?? '') <= from), {
    error: 'các khoảng giờ phải theo thứ tự và không chồng lên nhau',
  });

const Counter = z.strictObject({
  name: z.string().min(1),
  address: z.string().min(1),
  phone: z.string().nullable().default(null),
  /** 1 Monday … 7 Sunday; a day without an entry is closed. */
  hours: z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), Openings),
});

/** Staff confirm every default: the apology rule is local, the others are a start. */
const Lateness = z.strictObject({
  /** Working days before the promised day on which a dossier becomes "due soon". */
  dueSoonDays: z.int().min(1).max(30).default(2),
  /** Working days without any movement after which an open dossier counts as stuck. */
  stuckDays: z.int().min(1).max(365).default(10),
  /** The apology is owed at the latest so many days before the promised day. */
  apologyDaysBefore: z.int().min(0).max(30).default(1),
  /** How often one dossier may be given a new day. */
  mostApologies: z.int().min(1).max(10).default(1),
});

/** What an office sets for itself. Unset (null) is shown as "chưa cấu hình", never as a made-up value. */
export const OfficeProfile = z.strictObject({
  name: z.string().min(1),
  nameEn: z.string().nullable().default(null),
  province: z.string().nullable().default(null),
  /** The wards and communes of today whose people file at these counters: "Phường Bàn Cờ". */
  serves: z.array(z.string().min(1)).default([]),
  /** The number citizens may call, and when somebody answers. */
  hotline: z
    .strictObject({
      number: z.string().min(1),
      hours: z.string().min(1),
      hoursEn: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  counters: z.array(Counter).default([]),
  /** Where khiếu nại and tố cáo are taken (citizen-reception desk). */
  citizenReception: z
    .strictObject({
      place: z.string().min(1),
      hours: z.string().nullable().default(null),
      phone: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** What is asked before a dossier is shown. Default: the last 4 digits of the phone number given when filing. */
  dossierCheck: z.enum(['phone', 'identity', 'none']).default('phone'),
  /** Wrong checks a dossier code allows in an hour. */
  wrongChecksPerHour: z.int().min(1).max(20).default(5),
  sms: z
    .strictObject({
      /** With marks a part holds 67 characters, without 153. */
      marks: z.boolean().default(true),
      maxParts: z.int().min(1).max(10).default(3),
    })
    .prefault({}),
  /** Filed after this hour counts from the next working day (as in Hà Nội, QĐ 663/QĐ-TTPVHCC). To be confirmed by staff. */
  cutOff: z
    .strictObject({ hour: Time, appliesTo: z.enum(['sameDay', 'all']) })
    .default({ hour: '15:00', appliesTo: 'sameDay' }),
  /** How limits are counted. To be confirmed by staff. */
  counting: CountingRules.prefault({}),
  /**
   * Days on which this office alone is closed, besides the country's days off. `open`: what it is open all the same, for
   * half days; the day then counts as a working day. None: closed all day.
   */
  closedDays: z
    .array(z.strictObject({ date: Day, reason: z.string().min(1), open: Openings.default([]) }))
    .default([]),
  lateness: Lateness.prefault({}),
  /** Reply times promised to who files feedback; provinces differ, to be confirmed by staff (facts: domain.md 5). */
  feedbackDeadlines: z
    .strictObject({ forward: Duration.nullable().default(null), reply: Duration.nullable().default(null) })
    .prefault({}),
  retention: RetentionPeriods.prefault({}),
  /** The province's own limits and fees over the national ones. */
  local: z
    .array(
      z.strictObject({
        procedure: ProcedureCode,
        time: Duration.nullable().default(null),
        fee: z.string().nullable().default(null),
        decision: z.string().min(1),
      }),
    )
    .default([]),
  /** Procedures under review: said so, with the reason, instead of an answer. */
  paused: z
    .array(
      z.strictObject({
        procedure: ProcedureCode,
        reason: z.string().min(1),
        until: z.iso.date().nullable().default(null),
      }),
    )
    .default([]),
});
export type OfficeProfile = z.output<typeof OfficeProfile>;
