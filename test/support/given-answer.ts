import { procedureCard } from '../../data/answers/procedure-card.js';
import type { AnswerContext } from '../../data/answers/answer-context.js';
import type { GivenAnswer } from '../../data/answers/receipt/given-answer.js';
import { packedAnswer } from '../../data/storage/packed-answer.js';
import { dayOf } from '../../data/calendar/day.js';
import type { Locale } from '../../data/language/locale.js';
import { loadTexts } from '../../data/load-texts.js';
import { OfficeProfile } from '../../data/office/office-profile.js';
import type { EditionName } from '../../data/procedures/catalogue.js';
import { Procedure } from '../../data/procedures/procedure.js';
import type { Change } from '../../data/store.js';
import { aRawProcedure } from './a-procedure.js';
import { dueDateRules } from './office-due-dates.js';

const texts = loadTexts();
const NOW = '2026-11-05T03:00:00.000Z';

interface Setting {
  locale?: Locale;
  now?: string;
  office?: Partial<OfficeProfile>;
  edition?: EditionName;
}

/** What an answer is drawn in, in an office with the shipped calendar. */
export const anAnswerContext = ({
  locale = 'vi',
  now = NOW,
  office,
  edition,
}: Setting = {}): AnswerContext => ({
  office: OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu', ...office }),
  say: texts[locale],
  locale,
  now: new Date(now),
  today: dayOf(new Date(now)),
  dueDates: dueDateRules(office),
  usualTimes: { of: () => null },
  edition: edition ?? { base: '2026-11-01', office: null },
});

/** An answer about the sample procedure; a test names only what it is about. */
export const aGivenAnswer = (changes: Partial<GivenAnswer> = {}): GivenAnswer => {
  const procedure = changes.procedure ?? Procedure.parse(aRawProcedure());
  const card = (locale: Locale) => procedureCard(procedure, {}, anAnswerContext({ locale }));
  return {
    code: 'TL-7KM-2QX-HMT',
    at: NOW,
    day: '2026-11-05',
    edition: { base: '2026-11-01', office: null },
    procedure,
    answers: {},
    office: { local: [], paused: [], counters: [] },
    cards: { vi: card('vi'), en: card('en') },
    ...changes,
  };
};

/** The change that keeps it. */
export const answerChange = (changes: Partial<GivenAnswer> = {}): Change & { kind: 'answer' } => ({
  kind: 'answer',
  record: packedAnswer(aGivenAnswer(changes)),
});
