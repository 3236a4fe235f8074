/** Control characters, lone surrogates, soft hyphens, zero-width and direction marks. */
const UNSEEN = /[\p{Cc}\p{Cs}\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/gu;

/** What a person meant to type: composed (NFC), without unseen characters, blank ends and runs of blanks. */
export const cleanText = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(UNSEEN, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
