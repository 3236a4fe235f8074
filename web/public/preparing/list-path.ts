import { preparationCode } from '../../../data/answers/preparation/preparation-code.js';
import type { Preparation } from '../../../data/answers/preparation/preparation.js';
import type { Locale } from '../../../data/language/locale.js';
import { inLanguage } from '../in-language.js';

/** Where a list is: short enough to be typed off a sheet of paper. */
export const listPath = (preparation: Preparation, locale: Locale): string =>
  inLanguage(`/chuan-bi/${preparationCode(preparation)}`, locale);
