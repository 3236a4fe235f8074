/** Control characters but tab and line break, zero-width and direction marks, lone surrogates. */
const UNSEEN = /[\p{Cs}\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/gu;

/** What a person meant to type: composed (NFC), without unseen characters, blank ends and runs of blanks. */
export const cleanText = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
