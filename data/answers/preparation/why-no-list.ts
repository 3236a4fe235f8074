import { formatDay } from '../../calendar/day.js';
import { inLocale } from '../../language/locale.js';
import type { Procedure } from '../../procedures/procedure.js';
import type { AnswerContext } from '../answer-context.js';

/** Why there is nothing to prepare now, in sentences; null where the papers are known and the procedure is open. */
export const whyNoList = (procedure: Procedure, context: AnswerContext): string | null => {
  const closed = closedBecause(procedure, context);
  if (closed.length > 0) return [context.say('prepare.notNow'), ...closed].join('\n');
  return procedure.documents === null || procedure.documents.length === 0
    ? [context.say('prepare.papersUnknown'), ...reasons(procedure, context)].join('\n')
    : null;
};

/** Dossiers are not received today: the office has paused it, or the record says it is paused or not yet open. */
const closedBecause = (
  { code, notices }: Procedure,
  { office, say, locale, today }: AnswerContext,
): string[] => [
  ...office.paused
    .filter(({ procedure, until }) => procedure === code && (until === null || today <= until))
    .map(({ reason, until }) =>
      say('procedure.underReview', {
        reason,
        until: until ? formatDay(until) : say('procedure.furtherNotice'),
      }),
    ),
  ...notices
    .filter(({ kind, from, to }) =>
      kind === 'notYetOpen'
        ? from === null || today < from
        : kind === 'paused' && (from === null || from <= today) && (to === null || today <= to),
    )
    .map(({ text }) => inLocale(text, locale)),
];

const reasons = ({ gaps }: Procedure, { locale }: AnswerContext): string[] =>
  gaps.filter(({ fact }) => fact === 'documents').map(({ reason }) => inLocale(reason, locale));
