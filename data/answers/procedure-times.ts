import { inLocale } from '../language/locale.js';
import type { Locale } from '../language/locale.js';
import type { OfficeProfile } from '../office/office-profile.js';
import { whyNoLimit } from '../procedures/promised-dates.js';
import { couldApply } from '../procedures/procedure-case.js';
import type { CaseAnswers } from '../procedures/procedure-case.js';
import type { Procedure } from '../procedures/procedure.js';
import type { Say } from '../texts/texts.js';
import { durationText } from './duration-text.js';

export interface ProcedureTimes {
  /** One line: the limit that counts for this applicant, the office's own first. */
  main: string;
  /** Each further limit and what the numbers do not say. */
  details: string[];
}

/** Legal and local limits side by side; "no limit set by law" and "not known" are said as such. */
export const procedureTimes = (
  procedure: Procedure,
  answers: CaseAnswers,
  { office, say, locale }: { office: OfficeProfile; say: Say; locale: Locale },
): ProcedureTimes => {
  const { code, processingTime } = procedure;
  const limits = processingTime.legal.filter(({ when }) => couldApply(procedure, when, answers));
  const [first, ...others] = limits;
  const own = office.local.find((local) => local.procedure === code && local.time !== null);
  const unset = say(NO_LIMIT[whyNoLimit(procedure)]);
  const legal = first ? durationText(first, say) : unset;
  return {
    main: own?.time ? say('procedure.timeLocal', { local: durationText(own.time, say), legal }) : legal,
    details: [
      ...(own ? [say('procedure.timeDecision', { decision: own.decision })] : []),
      ...(first?.outcome ? [`${inLocale(first.outcome, locale)}: ${durationText(first, say)}`] : []),
      ...others.map((limit) => limitLine(limit, say, locale)),
      ...processingTime.local.map((local) =>
        say('procedure.timeElsewhere', {
          province: local.province,
          time: durationText(local, say),
          decision: local.decision,
        }),
      ),
      ...(processingTime.note ? [inLocale(processingTime.note, locale)] : []),
    ],
  };
};

const limitLine = (limit: Procedure['processingTime']['legal'][number], say: Say, locale: Locale): string => {
  const what = [
    limit.outcome && inLocale(limit.outcome, locale),
    limit.channel && say(`channel.${limit.channel}`),
  ];
  const named = what.filter((part) => part !== null).join(', ');
  return named === '' ? durationText(limit, say) : `${named}: ${durationText(limit, say)}`;
};

const NO_LIMIT = {
  notSetByLaw: 'procedure.timeNotSet',
  notForCase: 'procedure.timeNotForCase',
  unknown: 'procedure.unknown',
} as const;
