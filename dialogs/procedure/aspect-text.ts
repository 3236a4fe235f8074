import { formatDay } from '../../data/calendar/day.js';
import { channelsText, feeText, officialPage } from '../../data/answers/procedure-card.js';
import type { AnswerContext } from '../../data/answers/answer-context.js';
import { dueFact } from '../../data/answers/due/procedure-due.js';
import { procedureCase } from '../../data/procedures/procedure-case.js';
import { procedureSections } from '../../data/answers/procedure-sections.js';
import type { SectionId } from '../../data/answers/procedure-sections.js';
import { procedureTimes } from '../../data/answers/procedure-times.js';
import { inLocale } from '../../data/language/locale.js';
import type { CaseAnswers } from '../../data/procedures/procedure-case.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import type { Aspect } from '../../data/understanding/understanding.js';

/** One thing about a procedure, in a few lines, with the day it was verified. */
export const aspectText = (
  procedure: Procedure,
  answers: CaseAnswers,
  aspect: Aspect,
  context: AnswerContext,
): string =>
  [
    ...lines[aspect](procedure, answers, context),
    context.say('procedure.verified', { verified: formatDay(procedure.verifiedOn) }),
  ].join('\n');

type Lines = (procedure: Procedure, answers: CaseAnswers, context: AnswerContext) => string[];

const section =
  (id: SectionId): Lines =>
  (procedure, answers, context) => {
    const found = procedureSections(procedure, answers, context).find((one) => one.id === id);
    if (!found) return [context.say('procedure.unknown')];
    return found.lines.map(({ text, note }) => (note === undefined ? text : `${text} (${note})`));
  };

const time: Lines = (procedure, answers, context) => {
  const { main, details } = procedureTimes(procedure, answers, context);
  const due = dueFact(procedure, answers, context).map(({ label, value }) => `${label}: ${value}`);
  return [`${context.say('procedure.time')}: ${main}`, ...due, ...details];
};

/** Where to file and, for "nhận kết quả ở đâu" asks it in the same words, where to collect. */
const where: Lines = (procedure, answers, context) => [
  `${context.say('procedure.filing')}: ${channelsText(procedure.channels, context.say)}`,
  ...section('where')(procedure, answers, context),
  context.say('procedure.collect'),
  context.say('procedure.bring'),
];

/** The forms of the applicant's papers; where to fetch them is the official page. */
const form: Lines = (procedure, answers, { say, locale }) => {
  const forms = procedureCase(procedure, answers).documents.filter((document) => document.form !== null);
  const named = forms.map((document) => `- ${document.form ?? ''}: ${inLocale(document.name, locale)}`);
  return [
    ...(named.length > 0 ? named : [say('procedure.noForm')]),
    say('procedure.formsAt', { url: officialPage(procedure) }),
  ];
};

const lines: Record<Aspect, Lines> = {
  documents: section('documents'),
  time,
  fee: (procedure, _, context) => [`${context.say('procedure.fee')}: ${feeText(procedure, context)}`],
  where,
  how: (procedure, answers, context) => [
    ...where(procedure, answers, context),
    ...section('steps')(procedure, answers, context),
  ],
  form,
  result: section('result'),
  legal: section('legal'),
  who: section('who'),
};
