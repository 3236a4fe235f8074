import { formatDay } from '../calendar/day.js';
import { inLocale } from '../language/locale.js';
import type { LocalText } from '../language/locale.js';
import type { CaseAnswers } from '../procedures/procedure-case.js';
import type { FactName, LegalInstrument, Procedure } from '../procedures/procedure.js';
import type { CardSection } from './card.js';
import { counterLines } from './counter-lines.js';
import { durationText } from './duration-text.js';
import type { AnswerContext } from './answer-context.js';
import { dueLines } from './due/procedure-due.js';
import { documentLines } from './procedure-documents.js';
import { procedureTimes } from './procedure-times.js';

type Line = CardSection['lines'][number];

export type SectionId =
  'documents' | 'time' | 'due' | 'where' | 'steps' | 'who' | 'result' | 'legal' | 'gaps';

/** Everything known, most needed first; only the papers are open, so that a phone shows the answer in two screens. */
export const procedureSections = (
  procedure: Procedure,
  answers: CaseAnswers,
  context: AnswerContext,
): CardSection[] =>
  (
    [
      ['documents', documents(procedure, answers, context)],
      ['where', where(procedure, context)],
      ['time', times(procedure, answers, context)],
      ['due', dueLines(procedure, answers, context)],
      ['steps', steps(procedure, context)],
      ['who', who(procedure, context)],
      ['result', result(procedure, context)],
      ['legal', procedure.legalBasis.map((instrument) => legalLine(instrument))],
      ['gaps', gaps(procedure, context)],
    ] satisfies [SectionId, Line[]][]
  )
    .filter(([, lines]) => lines.length > 0)
    .map(([id, lines]) => ({
      id,
      heading: context.say(`section.${id}`),
      lines,
      open: id === 'documents' && fitsAScreen(lines),
      ordered: id === 'documents' || id === 'steps',
    }));

const documents = (procedure: Procedure, answers: CaseAnswers, { say, locale }: AnswerContext): Line[] =>
  procedure.documents === null
    ? [{ text: unknown(procedure, 'documents', say('procedure.unknown'), locale) }]
    : documentLines(procedure, answers, say, locale);

const where = ({ whereToFile, agency }: Procedure, { say, locale, office }: AnswerContext): Line[] => [
  ...(whereToFile ? [{ text: inLocale(whereToFile, locale) }] : []),
  ...counterLines(office, say),
  ...(agency ? [{ text: say('procedure.decides', { agency: inLocale(agency, locale) }) }] : []),
];

const times = (procedure: Procedure, answers: CaseAnswers, context: AnswerContext): Line[] =>
  procedureTimes(procedure, answers, context).details.map((text) => ({ text }));

const steps = (procedure: Procedure, { say, locale }: AnswerContext): Line[] =>
  (procedure.steps ?? []).map(({ does, who: actor, time }) => {
    const note = [
      actor && inLocale(actor, locale),
      time && durationText(time, say),
      time?.note && inLocale(time.note, locale),
    ].filter((part): part is string => typeof part === 'string');
    return { text: inLocale(does, locale), ...(note.length > 0 && { note: note.join(' · ') }) };
  });

const who = ({ applicants, conditions }: Procedure, { locale }: AnswerContext): Line[] =>
  [...(applicants ? [applicants] : []), ...(conditions ?? [])].map((text) => ({
    text: inLocale(text, locale),
  }));

/** Results are handed out at the one-stop counter or by public post, never at the specialist's office. */
const result = (
  { result: outcome, collectAt }: Procedure,
  { say, locale, office }: AnswerContext,
): Line[] => [
  ...(outcome ? [{ text: inLocale(outcome, locale) }] : []),
  { text: collectAt ? inLocale(collectAt, locale) : say('procedure.collect') },
  ...(office.counters.length > 0 ? counterLines(office, say) : [{ text: say('procedure.counterUnknown') }]),
  { text: say('procedure.bring') },
];

const legalLine = ({ number, name, date, articles }: LegalInstrument): Line => {
  const details = [name, articles, date && formatDay(date)].filter(
    (part): part is string => typeof part === 'string' && part !== '',
  );
  return { text: number, ...(details.length > 0 && { note: details.join(' · ') }) };
};

/** What is not known and why. Papers say so in their own place; where only the name is known, one notice says it all. */
const gaps = ({ gaps: missing, detail }: Procedure, { say, locale }: AnswerContext): Line[] =>
  missing
    .filter(({ fact }) => fact !== 'documents' && detail === 'full')
    .map(({ fact, reason }) => ({ text: `${say(`fact.${fact}`)}: ${inLocale(reason, locale)}` }));

const unknown = (
  { gaps: missing }: Procedure,
  fact: FactName,
  otherwise: string,
  locale: AnswerContext['locale'],
): string => {
  const reason: LocalText | undefined = missing.find((gap) => gap.fact === fact)?.reason;
  return reason ? inLocale(reason, locale) : otherwise;
};

/** About ten lines on a phone 360 px wide: a longer list is behind its heading, or the answer would fill three screens. */
const OPEN_CHARACTERS = 250;

const fitsAScreen = (lines: readonly Line[]): boolean =>
  lines.reduce((sum, { text, note = '' }) => sum + text.length + note.length, 0) <= OPEN_CHARACTERS;
