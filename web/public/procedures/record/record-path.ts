import type { Locale } from '../../../../data/language/locale.js';
import type { CaseAnswers } from '../../../../data/procedures/procedure-case.js';
import { inLanguage } from '../../in-language.js';

/** Where a procedure's page is, for one case when answers are given. */
export const recordPath = ({ code }: { code: string }, answers: CaseAnswers, locale: Locale): string => {
  const query = new URLSearchParams(answers).toString();
  return inLanguage(query === '' ? `/thu-tuc/${code}` : `/thu-tuc/${code}?${query}`, locale);
};
