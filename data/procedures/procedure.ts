import { z } from 'zod';
import { Day } from '../calendar/day.js';
import { LocalText } from '../language/locale.js';
import { FilingChannel } from './filing-channel.js';
import { CaseQuestion, RequiredDocument } from './procedure-case.js';
import { LegalLimit, LocalLimit, StepTime } from './processing-time.js';

export const ProcedureCode = z.string().regex(/^\d\.\d{6}$/);
export type ProcedureCode = z.infer<typeof ProcedureCode>;

export const FIELDS = [
  'viec-lam',
  'lao-dong-ngoai-nuoc',
  'nguoi-co-cong',
  'bao-tro-xa-hoi',
  'tre-em',
  'te-nan-xa-hoi',
  'cai-nghien',
  'giam-ngheo',
  'lao-dong-tien-luong',
  'an-toan-lao-dong',
  'giao-duc-nghe-nghiep',
] as const;
export const FieldId = z.enum(FIELDS);
export type FieldId = z.infer<typeof FieldId>;

/** Since 01/07/2025 there are two local levels; no district. */
export const Level = z.enum(['commune', 'province', 'ministry']);
export type Level = z.infer<typeof Level>;

export const LegalInstrument = z.strictObject({
  /** As printed: `219/2025/NĐ-CP`. */
  number: z.string().min(1),
  /** Its title, or null where no source gives it. */
  name: z.string().nullable(),
  date: Day.nullable(),
  /** The articles that matter, as printed: `Điều 31`. */
  articles: z.string().nullable().default(null),
});
export type LegalInstrument = z.infer<typeof LegalInstrument>;

export const Notice = z.strictObject({
  kind: z.enum(['paused', 'notYetOpen', 'changing', 'information']),
  from: Day.nullable(),
  /** Last day, included; null: until further notice. */
  to: Day.nullable(),
  text: LocalText,
  /** The document or page that says so. */
  source: z.string(),
});
export type Notice = z.infer<typeof Notice>;

/** Two sources that disagree, or a source that disagrees with itself. */
const Conflict = z.strictObject({
  about: z.enum([
    'time',
    'steps',
    'documents',
    'agency',
    'name',
    'level',
    'legalBasis',
    'duplicate',
    'other',
  ]),
  text: LocalText,
  /** True: said in the answer. False: only in the check's report. */
  matters: z.boolean(),
});

/** The facts a record may lack. */
export const FactName = z.enum([
  'agency',
  'applicants',
  'conditions',
  'documents',
  'copies',
  'steps',
  'legalTime',
  'fee',
  'channels',
  'whereToFile',
  'result',
  'collectAt',
  'legalBasis',
]);
export type FactName = z.infer<typeof FactName>;

/** A fact no source gives: said as "chưa rõ" with this reason, never filled from memory. */
const Gap = z.strictObject({ fact: FactName, reason: LocalText });

const Fee = z.strictObject({
  /** `free` only where a source says so; `set`: an amount or who sets it, in `text`. */
  kind: z.enum(['free', 'set']),
  text: LocalText,
});

const Source = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  date: Day,
  note: z.string().nullable().default(null),
});

const Step = z.strictObject({
  does: LocalText,
  who: LocalText.nullable(),
  time: StepTime.nullable().default(null),
});

export const Procedure = z.strictObject({
  code: ProcedureCode,
  /** The official name, exact but for a trailing full stop. */
  name: z.string().min(1),
  /** What a person would call it, ≤ 60 characters or so. */
  title: LocalText,
  /** One or two short sentences: what one gets and who it is for. */
  summary: LocalText,
  field: FieldId,
  /** More than one: the same code is published for several levels, and `does` tells them apart. */
  levels: z.array(z.strictObject({ level: Level, does: LocalText.nullable().default(null) })).min(1),
  /** `deduced`: read off the filing place and deciding body of the decree, not published. */
  levelSource: z.enum(['published', 'deduced']),
  /** Who decides today. */
  agency: LocalText.nullable(),
  applicants: LocalText.nullable(),
  conditions: z.array(LocalText).nullable(),
  /** Asked before the list of papers when it depends on who applies. */
  questions: z.array(CaseQuestion).default([]),
  /** null: no source gives the papers. */
  documents: z.array(RequiredDocument).nullable(),
  steps: z.array(Step).nullable(),
  processingTime: z.strictObject({
    /** Empty with a gap `legalTime`: unknown. `notSetByLaw`: the sources publish no limit. */
    legal: z.array(LegalLimit),
    notSetByLaw: z.boolean().default(false),
    local: z.array(LocalLimit).default([]),
    /** What the numbers do not say: who counts from when, refusal, phases. */
    note: LocalText.nullable().default(null),
    /** True: resting on NĐ 131/2021 alone, not yet compared with the new publishing decision. */
    unreconciled: z.boolean().default(false),
  }),
  /** null: not published, which does not mean free. */
  fee: Fee.nullable(),
  channels: z.array(FilingChannel).nullable(),
  whereToFile: LocalText.nullable(),
  result: LocalText.nullable(),
  collectAt: LocalText.nullable().default(null),
  legalBasis: z.array(LegalInstrument),
  /** The decision that publishes the procedure: `QĐ 526/QĐ-BNV`. */
  publishedBy: z.string().nullable(),
  effectiveFrom: Day.nullable().default(null),
  effectiveTo: Day.nullable().default(null),
  replacedBy: ProcedureCode.nullable().default(null),
  notices: z.array(Notice).default([]),
  conflicts: z.array(Conflict).default([]),
  gaps: z.array(Gap).default([]),
  sources: z.array(Source).min(1),
  /** The newest source's date: the day on which the facts were true, not the day of conversion. */
  verifiedOn: Day,
  confidence: z.enum(['high', 'medium']),
  /** `nameOnly`: only code and name are known; the answer says so and gives the official page. */
  detail: z.enum(['full', 'nameOnly']),
  /** Everyday names people use, with marks: "tiền thất nghiệp". */
  aliases: z.array(z.string().min(1)).default([]),
  /** "gplđ", "bhtn". */
  abbreviations: z.array(z.string().min(1)).default([]),
  /** Family and life situations that lead here, short: "bố là thương binh vừa mất". */
  situations: z.array(z.string().min(1)).default([]),
});
export type Procedure = z.output<typeof Procedure>;
