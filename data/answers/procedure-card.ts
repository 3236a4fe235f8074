import { formatDay } from '../calendar/day.js';
import { inLocale } from '../language/locale.js';
import type { FilingChannel } from '../procedures/filing-channel.js';
import type { EditionName } from '../procedures/catalogue.js';
import { procedureCase } from '../procedures/procedure-case.js';
import type { CaseAnswers } from '../procedures/procedure-case.js';
import type { Procedure } from '../procedures/procedure.js';
import type { Say } from '../texts/texts.js';
import type { AnswerContext } from './answer-context.js';
import type { Card, CardSection } from './card.js';
import { countDocuments } from './procedure-documents.js';
import { procedureNotices } from './procedure-notices.js';
import { procedureSections } from './procedure-sections.js';
import { procedureTimes } from './procedure-times.js';
import { dueFact } from './due/procedure-due.js';

/** Where a Vietnamese citizen can always look a procedure up. */
const NATIONAL_PORTAL = 'https://dichvucong.gov.vn';

/** The answer about one procedure for one applicant: what is known, from which decree, verified when, and what is not known. */
export const procedureCard = (procedure: Procedure, answers: CaseAnswers, context: AnswerContext): Card => {
  const { say, locale } = context;
  const notices = procedureNotices(procedure, context);
  return {
    kind: 'procedure',
    title: inLocale(procedure.title, locale),
    subtitle: say('procedure.officialName', { name: procedure.name, code: procedure.code }),
    notices: notices.first,
    facts: [
      { label: say('procedure.time'), value: procedureTimes(procedure, answers, context).main },
      ...dueFact(procedure, answers, context),
      { label: say('procedure.papers'), value: papersText(procedure, answers, say) },
      { label: say('procedure.fee'), value: feeText(procedure, context) },
      { label: say('procedure.filing'), value: channelsText(procedure.channels, say) },
    ],
    sections: [...furtherNotices(notices.more, say), ...procedureSections(procedure, answers, context)],
    links: [{ title: say('procedure.officialPage'), url: officialPage(procedure) }],
    footer: footer(procedure, context),
    brief: brief(procedure, answers, context),
  };
};

const furtherNotices = (notices: Card['notices'], say: Say): CardSection[] =>
  notices.length === 0
    ? []
    : [
        {
          id: 'notices',
          heading: say('section.notices'),
          lines: notices.map(({ text }) => ({ text })),
          open: false,
        },
      ];

/** "free" only where a source says so; the office's own amount first. */
export const feeText = (procedure: Procedure, { office, say, locale }: AnswerContext): string => {
  const own = office.local.find(({ procedure: code, fee }) => code === procedure.code && fee !== null);
  if (own?.fee) return say('procedure.feeLocal', { fee: own.fee, decision: own.decision });
  return procedure.fee ? inLocale(procedure.fee.text, locale) : say('procedure.feeNotPublished');
};

/** Online and by post come first: they save the citizen a journey. */
export const channelsText = (channels: readonly FilingChannel[] | null, say: Say): string => {
  const known = (['online', 'post', 'counter'] as const).filter((channel) => channels?.includes(channel));
  return known.length > 0
    ? known.map((channel) => say(`channel.${channel}`)).join(', ')
    : say('procedure.unknown');
};

export const officialPage = ({ sources }: Procedure): string =>
  sources.find(({ url }) => new URL(url).hostname.endsWith('dichvucong.gov.vn'))?.url ?? NATIONAL_PORTAL;

const papersText = (procedure: Procedure, answers: CaseAnswers, say: Say): string => {
  if (procedure.documents === null) return say('procedure.unknown');
  return say('procedure.paperCount', { count: countDocuments(procedureCase(procedure, answers).documents) });
};

const footer = (
  { publishedBy, verifiedOn, legalBasis }: Procedure,
  { say, edition }: AnswerContext,
): string =>
  say('procedure.footer', {
    basis: [publishedBy ?? legalBasis[0]?.number ?? say('procedure.basisUnknown')].join(''),
    verified: formatDay(verifiedOn),
    edition: editionText(edition, say),
  });

/** The base's day, and the office's own edition over it. */
export const editionText = ({ base, office }: EditionName, say: Say): string =>
  office
    ? say('procedure.officeEdition', {
        base: formatDay(base),
        number: office.number,
        day: formatDay(office.day),
      })
    : formatDay(base);

const brief = (procedure: Procedure, answers: CaseAnswers, context: AnswerContext): string => {
  const { say, locale } = context;
  return say('procedure.brief', {
    title: inLocale(procedure.title, locale),
    time: procedureTimes(procedure, answers, context).main,
    papers: papersText(procedure, answers, say),
    where: channelsText(procedure.channels, say),
  });
};
