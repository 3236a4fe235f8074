import type { Day } from '../../calendar/day.js';
import { inLocale } from '../../language/locale.js';
import type { Locale } from '../../language/locale.js';
import type { CaseAnswers } from '../../procedures/procedure-case.js';
import type { Procedure } from '../../procedures/procedure.js';
import type { PromisedDate } from '../../procedures/promised-dates.js';
import type { Say } from '../../texts/texts.js';
import type { CardSection } from '../card.js';
import { dueMomentText, dueSumText, unofficialText } from './due-date-text.js';
import { durationText } from '../duration-text.js';
import { openConditions } from '../procedure-documents.js';

interface Reader {
  procedure: Procedure;
  answers: CaseAnswers;
  say: Say;
  locale: Locale;
}

/** Each limit with its date and, below it, its sum, legal and local side by side; then which days are not official. */
export const promisedLines = (dates: readonly PromisedDate[], reader: Reader): CardSection['lines'] => [
  ...limitLines(dates, reader),
  ...unofficialLines(dates, reader.say).map((text) => ({ text })),
];

export const limitLines = (dates: readonly PromisedDate[], reader: Reader): CardSection['lines'] =>
  dates.map(({ limit, due, by }) => ({
    text: reader.say('due.limit', {
      what: whoseText(by, reader),
      duration: durationText(limit, reader.say),
      due: dueMomentText(due, reader.say),
    }),
    note: dueSumText(due, limit, reader.say).join(' '),
  }));

export const unofficialLines = (dates: readonly PromisedDate[], say: Say): string[] =>
  unofficialText(unofficialIn(dates), say);

/** Every day in the sums of which no official plan is known. */
const unofficialIn = (dates: readonly PromisedDate[]): Day[] =>
  [...new Set(dates.flatMap(({ due }) => due.unofficial))].sort();

/** "Theo luật · Khi từ chối · trực tuyến". */
const whoseText = (by: PromisedDate['by'], { procedure, answers, say, locale }: Reader): string => {
  if ('decision' in by) return say('due.local', { decision: by.decision });
  const { outcome, channel, when } = by.law;
  return [
    say('due.legal'),
    ...(outcome ? [inLocale(outcome, locale)] : []),
    ...(channel ? [say(`channel.${channel}`)] : []),
    ...openConditions(procedure, when, answers, locale),
  ].join(' · ');
};
