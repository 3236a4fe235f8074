import { inLocale } from '../language/locale.js';
import type { Locale } from '../language/locale.js';
import { procedureCase } from '../procedures/procedure-case.js';
import type { CaseAnswers, CaseCondition, RequiredDocument } from '../procedures/procedure-case.js';
import type { Procedure } from '../procedures/procedure.js';
import type { Say } from '../texts/texts.js';
import type { CardSection } from './card.js';

type Line = CardSection['lines'][number];

/** How many papers to bring: papers of which one is enough count once. */
export const countDocuments = (documents: readonly RequiredDocument[]): number =>
  documentChoices(documents).length;

/** Papers of which one is enough stand together, where the first of them stood. */
export const documentChoices = (documents: readonly RequiredDocument[]): RequiredDocument[][] => {
  const choices = new Map<string, RequiredDocument[]>();
  for (const [index, document] of documents.entries()) {
    const key = document.oneOf ?? String(index);
    choices.set(key, [...(choices.get(key) ?? []), document]);
  }
  return [...choices.values()];
};

export const documentLines = (procedure: Procedure, answers: CaseAnswers, say: Say, locale: Locale): Line[] =>
  procedureCase(procedure, answers).documents.map((document) =>
    documentLine(procedure, document, answers, say, locale),
  );

export const documentLine = (
  procedure: Procedure,
  document: RequiredDocument,
  answers: CaseAnswers,
  say: Say,
  locale: Locale,
): Line => {
  const notes = documentNotes(procedure, document, answers, say, locale);
  return {
    text: inLocale(document.name, locale),
    ...(notes.length > 0 && { note: notes.map(withoutStop).join(' · ') }),
  };
};

/** Curated notes are sentences; joined by dots they would end in two stops. */
const withoutStop = (note: string): string => note.replace(/\.$/, '');

const documentNotes = (
  procedure: Procedure,
  document: RequiredDocument,
  answers: CaseAnswers,
  say: Say,
  locale: Locale,
): string[] => [
  ...openConditions(procedure, document.when, answers, locale).map((who) =>
    say('procedure.onlyFor', { who }),
  ),
  ...(document.oneOf === null ? [] : [say('procedure.oneIsEnough')]),
  ...paperNotes(document, say, locale),
];

/** What to know about the paper itself: how many, on which form, when it is not needed. */
export const paperNotes = (
  { originals, copies, form, notNeededIf, note }: RequiredDocument,
  say: Say,
  locale: Locale,
): string[] => [
  ...copiesText(originals, copies, say),
  ...(form === null ? [] : [form]),
  ...(notNeededIf === null
    ? []
    : [say('procedure.notNeededIf', { condition: inLocale(notNeededIf, locale) })]),
  ...(note === null ? [] : [inLocale(note, locale)]),
];

/** The labels of the answers a paper is for, where the applicant has not said yet. */
export const openConditions = (
  procedure: Procedure,
  when: CaseCondition,
  answers: CaseAnswers,
  locale: Locale,
): string[] =>
  Object.entries(when)
    .filter(([question]) => answers[question] === undefined)
    .map(([question, allowed]) =>
      (procedure.questions.find(({ id }) => id === question)?.answers ?? [])
        .filter(({ id }) => allowed.includes(id))
        .map(({ label }) => inLocale(label, locale))
        .join(' / '),
    );

const copiesText = (originals: number | null, copies: number | null, say: Say): string[] => {
  if (originals === null && copies === null) return [];
  const parts = [
    ...(originals ? [say('procedure.originals', { count: originals })] : []),
    ...(copies ? [say('procedure.copies', { count: copies })] : []),
  ];
  return parts.length > 0 ? [parts.join(', ')] : [];
};
