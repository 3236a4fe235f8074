import type { Mention } from './mentions.js';
import type { Word } from './unit-name.js';

export interface PlaceQuestion {
  /** What was said besides the place, folded; '' when the question is about nothing but the place. */
  rest: string;
}

/**
 * "Phường 5 quận 3 cũ giờ nộp ở đâu", "tỉnh Bình Dương nay thuộc tỉnh nào": where a place of before is now. A place alone
 * makes no question, for many questions about procedures name one.
 */
export const readPlaceQuestion = (
  words: readonly Word[],
  mentions: readonly Mention[],
): PlaceQuestion | null => {
  const named = mentions.length > 0 ? masked(words, mentions) : unknownName(words);
  if (named === null) return null;
  const said = ` ${named.join(' ')} `;
  const old = OLD.test(said) || MERGED.test(said);
  const rest = onlyPlace(said) ? '' : said.replace(/[@_]/g, ' ').replace(/\s+/g, ' ').trim();
  if (rest.split(' ').length > STORY) return null;
  return asksWhere(said, old) || (old && rest === '') ? { rest } : null;
};

/** With so many words beside the place it is a story in which places occur. */
const STORY = 14;

const asksWhere = (said: string, old: boolean): boolean =>
  WHERE.test(said) && (old || NOW.test(said) || BELONGS.test(said));

const PLACE = '@';

/** The words with every name in place of which stands one sign. */
const masked = (words: readonly Word[], mentions: readonly Mention[]): string[] =>
  words.flatMap((word, at) => {
    const mention = mentions.find(({ from, to }) => from <= at && at < to);
    if (mention) return mention.from === at ? [PLACE] : [];
    return [asOld(word)];
  });

/** "cư trú" and "củ" fold like "cũ". */
const asOld = ({ said, key }: Word): string => (key === 'cu' && said !== 'cu' && said !== 'cũ' ? '_' : key);

/** A ward of a province that is in no table, told by its kind before and "cũ" behind. */
const unknownName = (words: readonly Word[]): string[] | null => {
  const said = words.map(asOld).join(' ');
  const put = said.replace(UNKNOWN, `${PLACE} cu`);
  return put === said ? null : put.split(' ');
};

const UNKNOWN =
  /\b(?:phuong|xa|thi tran|quan|huyen|thi xa|thanh pho|tinh|p|q|h|tx|tt|tp)(?: (?!cu )\S+){1,4} cu\b(?! chi)/;

const OLD = /@(?: @)* (?:cu|truoc day|truoc kia|hoi truoc) | (?:old|former) @/;
const MERGED = / (?:sap nhap|hop nhat|sat nhap|nhap lai|bo cap huyen|bo quan|bo huyen) /;
const NOW =
  / (?:gio|bay gio|nay|hien nay|hien gio|hien tai|(?:xa|phuong|tinh|ten|dia chi|noi nop|noi) moi|now|today) /;
const BELONGS = / (?:thuoc|thanh(?! (?:nien|tra|toan|ly))|doi thanh|became|belong) /;
const WHERE =
  / (?:o dau|di dau|cho nao|noi nao|dau|where|(?:xa|phuong|quan|huyen|tinh|thanh pho|don vi|co quan|trung tam|which|cai) (?:nao|gi|ward|province)|ten gi|la gi|ten la|thanh gi) /;

/** Words that ask for the place and name no procedure. */
const FILLERS = new Set(
  `@ cu truoc day kia hoi sap nhap hop nhat sat bo cap gio bay nay hien tai moi thuoc thanh doi o dau di cho noi nao xa phuong
  quan huyen tinh pho don vi co trung tam mot cua gi la ten nop ho so lam giay to thu tuc hanh chinh cong uy ban nhan dan ubnd
  minh toi em anh chi con chau da a oi voi nhe hoi xin biet cho thi nha sau khi ve den toi phai duoc bi vao lai va hay ma bac chu
  where is now the old today to file do i which ward province belong became of in my does it what`.split(
    /\s+/,
  ),
);

const onlyPlace = (said: string): boolean =>
  said.split(' ').every((word) => word === '' || FILLERS.has(word));
