import type { Locale } from '../../data/language/locale.js';

/**
 * The same page in a language, said in the address: a page that is passed on opens as it was read.
 * Pages of procedures are Vietnamese unless asked otherwise; the others look at the browser, so there both are said.
 */
export const inLanguage = (path: string, locale: Locale): string => {
  const [place = '', query] = path.split('?');
  const fields = new URLSearchParams(query);
  fields.set('lang', locale);
  if (locale === 'vi' && /^\/(thu-tuc|chuan-bi|tra-loi)/.test(place)) fields.delete('lang');
  const asked = fields.toString();
  return asked === '' ? place : `${place}?${asked}`;
};
