import { z } from 'zod';
import { LocalText } from '../language/locale.js';

const Id = z.string().regex(/^[a-z][a-zA-Z0-9-]*$/);

/** Question id → the answers for which something applies. Every named question must match. */
export const CaseCondition = z.record(Id, z.array(Id).min(1));
export type CaseCondition = z.infer<typeof CaseCondition>;

/** A question that tells the cases apart: what the applicant knows about himself, never a legal term. */
export const CaseQuestion = z.strictObject({
  id: Id,
  ask: LocalText,
  answers: z
    .array(z.strictObject({ id: Id, label: LocalText }))
    .min(2)
    .max(5),
  /** Asked only after these answers. */
  when: CaseCondition.default({}),
});
export type CaseQuestion = z.output<typeof CaseQuestion>;

export const RequiredDocument = z.strictObject({
  name: LocalText,
  /** null: no source gives the number. */
  originals: z.int().min(0).nullable(),
  copies: z.int().min(0).nullable(),
  /** `Mẫu số 03, NĐ 219/2025/NĐ-CP`, or null when no form is prescribed. */
  form: z.string().nullable().default(null),
  notNeededIf: LocalText.nullable().default(null),
  note: LocalText.nullable().default(null),
  /** Papers of which one is enough share a word here. */
  oneOf: z.string().nullable().default(null),
  when: CaseCondition.default({}),
});
export type RequiredDocument = z.output<typeof RequiredDocument>;

/** What the applicant answered so far: question id → answer id. */
export type CaseAnswers = Readonly<Record<string, string>>;

/** The case an applicant is in: the papers of his answers and no others. */
export interface ProcedureCase {
  answers: CaseAnswers;
  documents: RequiredDocument[];
}

interface HasCases {
  questions: CaseQuestion[];
  documents: RequiredDocument[] | null;
}

/** The next question to ask, or null when the case is settled. */
export const nextCaseQuestion = (procedure: HasCases, answers: CaseAnswers): CaseQuestion | null =>
  procedure.questions.find(({ id, when }) => answers[id] === undefined && matches(when, answers)) ?? null;

export const procedureCase = (procedure: HasCases, answers: CaseAnswers): ProcedureCase => ({
  answers,
  documents: (procedure.documents ?? []).filter(({ when }) => couldApply(procedure, when, answers)),
});

/**
 * A question not answered leaves its papers in: better one paper too many to read than one too few. A question that
 * these answers never lead to leaves them out.
 */
export const couldApply = (procedure: HasCases, when: CaseCondition, answers: CaseAnswers): boolean =>
  Object.entries(when).every(([question, allowed]) => {
    const answer = answers[question];
    if (answer !== undefined) return allowed.includes(answer);
    const asked = procedure.questions.find(({ id }) => id === question);
    return asked === undefined || couldApply(procedure, asked.when, answers);
  });

/** Every named question is answered, and so that it applies. */
export const matches = (when: CaseCondition, answers: CaseAnswers): boolean =>
  Object.entries(when).every(([question, allowed]) => allowed.includes(answers[question] ?? ''));
