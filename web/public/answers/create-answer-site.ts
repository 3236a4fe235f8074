import { readAnswerCode } from '../../../data/answers/receipt/answer-code.js';
import { standingOf } from '../../../data/answers/receipt/answer-standing.js';
import type { Locale } from '../../../data/language/locale.js';
import type { Store } from '../../../data/store.js';
import { siteContext } from '../procedures/site-context.js';
import type { SiteParts } from '../procedures/site-context.js';
import { freshPage } from '../procedures/site-page.js';
import { answerPage } from './answer-page.js';
import { codePage } from './code-page.js';

export interface AnswerSiteParts extends SiteParts {
  store: Pick<Store, 'answers' | 'edition'>;
}

interface Request {
  locale: Locale;
  fields: Readonly<Record<string, string>>;
}

/** Answers that were given, opened again by their code: `/tra-loi/CODE`, or typed into the form at `/tra-loi`. */
export const createAnswerSite = (parts: AnswerSiteParts) => {
  /** 404 for a code that is none or that no answer has. */
  const show = async (typed: string, locale: Locale) => {
    const context = siteContext(parts, locale);
    const code = readAnswerCode(typed.slice(0, LONGEST_TYPED));
    if (code === null) return freshPage(codePage({ typed, wrong: 'mistyped' }, context), context, 404);
    const answer = await parts.store.answers.find(code);
    if (answer === null) return freshPage(codePage({ typed: code, wrong: 'unknown' }, context), context, 404);
    const corrections = await parts.store.edition.corrections();
    const standing = standingOf(answer, { context, catalogue: parts.catalogue, corrections });
    return freshPage(answerPage(answer, standing, context), context);
  };
  return {
    async ask({ locale, fields }: Request) {
      const typed = fields['ma']?.trim() ?? '';
      if (typed !== '') return show(typed, locale);
      const context = siteContext(parts, locale);
      return freshPage(codePage({ typed: '', wrong: null }, context), context);
    },
    answer: (code: string, { locale }: Request) => show(code, locale),
  };
};

const LONGEST_TYPED = 40;
