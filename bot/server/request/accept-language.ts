import { Locale } from '../../../data/language/locale.js';

/** The first of our languages in `Accept-Language`, by weight; Vietnamese when it names none. */
export const localeOfHeader = (header: string | undefined): Locale => {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((entry) => {
      const [tag = '', weight = 'q=1'] = entry.split(';').map((part) => part.trim());
      return {
        locale: Locale.safeParse(tag.slice(0, 2).toLowerCase()).data,
        weight: Number(weight.slice(2)),
      };
    })
    .sort((one, other) => other.weight - one.weight);
  return wanted.find(({ locale, weight }) => locale !== undefined && weight > 0)?.locale ?? 'vi';
};
