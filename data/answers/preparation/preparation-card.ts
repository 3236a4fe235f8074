import { formatDay } from '../../calendar/day.js';
import { inLocale } from '../../language/locale.js';
import type { RequiredDocument } from '../../procedures/procedure-case.js';
import type { AnswerContext } from '../answer-context.js';
import type { Card, CardSection } from '../card.js';
import { documentLine } from '../procedure-documents.js';
import { procedureNotices } from '../procedure-notices.js';
import { lastDayOf, sortedNeeds } from './preparation.js';
import type { Preparation } from './preparation.js';

/** What is missing, then what is there already; `url` opens the same list on another phone. */
export const preparationCard = (preparation: Preparation, url: string, context: AnswerContext): Card => {
  const { procedure, day } = preparation;
  const { say, locale } = context;
  const title = inLocale(procedure.title, locale);
  const left = leftText(preparation, context);
  return {
    kind: 'procedure',
    title,
    subtitle: say('prepare.madeOn', { day: formatDay(day) }),
    notices: procedureNotices(procedure, context).first.filter(({ tone }) => tone === 'warning'),
    facts: [{ label: say('prepare.missing'), value: left }],
    sections: sections(preparation, context),
    links: [{ title: say('prepare.open'), url }],
    footer: say('prepare.lasts', { day: formatDay(lastDayOf(preparation)) }),
    brief: say('prepare.brief', { title, left, url: url.startsWith('/') ? '' : url }).trim(),
  };
};

/** "3 trong 7 loại", or that nothing is. */
export const leftText = (preparation: Preparation, { say }: Pick<AnswerContext, 'say'>): string => {
  const { missing, met } = sortedNeeds(preparation);
  const count = missing.length + met.length;
  return missing.length === 0
    ? say('prepare.complete', { count })
    : say('prepare.left', { missing: missing.length, count });
};

const sections = (preparation: Preparation, { say, locale }: AnswerContext): CardSection[] => {
  const { procedure, answers } = preparation;
  const { missing, met } = sortedNeeds(preparation);
  const part = (id: string, heading: string, needs: RequiredDocument[][], open: boolean): CardSection[] =>
    needs.length === 0
      ? []
      : [
          {
            id,
            heading: say('prepare.counted', { heading, count: needs.length }),
            lines: needs.flat().map((document) => documentLine(procedure, document, answers, say, locale)),
            open,
          },
        ];
  return [
    ...part('missing', say('prepare.missing'), missing, true),
    ...part('met', say('prepare.met'), met, false),
  ];
};
