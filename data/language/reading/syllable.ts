import { remembered } from './remembered.js';

/** One written syllable taken apart: `Hòa`, `hoà` and decomposed forms give the same three strings. */
export interface Syllable {
  /** Lower case, composed, as typed. */
  text: string;
  /** Letters with their marks, the tone as a closing digit: `hoa2`, `sĩ` and `sỹ` both `si3`. */
  key: string;
  /** Without any mark: `hoa`, `dd` only ever as `d`. */
  folded: string;
}

const TONES = new Map([
  ['\u0301', '1'],
  ['\u0300', '2'],
  ['\u0303', '3'],
  ['\u0309', '4'],
  ['\u0323', '5'],
]);

const LETTER_MARKS = /[\u0302\u0306\u031b]/g;

export const readSyllable = remembered((typed: string): Syllable => {
  const text = typed.normalize('NFC').toLowerCase().replaceAll('ð', 'đ');
  let tone = '';
  const letters = text.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
    tone = TONES.get(mark) ?? '';
    return '';
  });
  const key = sameSpelling(letters.normalize('NFC'));
  return {
    text,
    key: key + tone,
    folded: key.normalize('NFD').replace(LETTER_MARKS, '').replaceAll('đ', 'd'),
  };
});

/** Whether the syllable carries any mark: only then do its marks say something. */
export const isMarked = ({ key, folded }: Syllable): boolean => key !== folded;

/** sĩ/sỹ, kí/ký, quí/quý, lí/lý are two spellings of one word; `ay`, `uy` and a lone `y` are not. */
const sameSpelling = (letters: string): string => letters.replace(/^(h|k|l|m|s|t|qu)y$/, '$1i');

const INITIAL = /^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?/;

const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ' +
    'ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc ' +
    'oong op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy ' +
    'uya uych uyen uyet uynh uyt uyu y yem yen yet yeu'
  ).split(' '),
);

/** Whether the unmarked letters can be a Vietnamese syllable: `nghiep` can, `ddaats` and `work` cannot. */
export const isVietnamese = remembered((folded: string): boolean => {
  const initial = INITIAL.exec(folded)?.[0] ?? '';
  const rime = folded.slice(initial.length);
  if (RIMES.has(rime)) return true;
  // "gi" and "qu" lend their vowel to the rime: gì, giêng, quy.
  return /^(gi|qu)/.test(initial) && RIMES.has(initial.slice(1) + rime);
});
