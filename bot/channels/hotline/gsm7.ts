/** The GSM 03.38 alphabet: one septet each. Anything else makes the whole message 16-bit. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡' +
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Sent as an escape and a second septet. */
const EXTENDED = new Set('^{}\\[~]|€');

/** Septets a text takes, or null when it needs 16-bit characters. */
export const gsm7Length = (text: string): number | null => {
  let length = 0;
  for (const character of text) {
    if (BASIC.has(character)) length += 1;
    else if (EXTENDED.has(character)) length += 2;
    else return null;
  }
  return length;
};

/** Without marks, for offices that send 153 characters a part: đ → d, – → -, emoji dropped. */
export const foldToGsm7 = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\n -~]/gu, (character) => PLAIN[character] ?? '')
    .replaceAll('`', "'");

const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  '₫': 'd',
  '–': '-',
  '—': '-',
  '−': '-',
  '•': '-',
  '·': '-',
  '→': '->',
  '≤': '<=',
  '≥': '>=',
  '×': 'x',
  '…': '...',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '\t': ' ',
  '\u00a0': ' ',
  '\u202f': ' ',
};
