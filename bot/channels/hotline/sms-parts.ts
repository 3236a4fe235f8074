import { gsm7Length } from './gsm7.js';

export interface PackedSms {
  /** Put together they are the text to send; the carrier cuts it again in no more parts than these. */
  parts: string[];
  /** What "XEM" sends next; empty when all is said. */
  rest: string;
}

export interface PartSettings {
  maxParts: number;
  /** The hint how to read on, at the end of what does not say all. */
  more: string;
}

/** At most `maxParts` parts of `text`; what does not fit, and then `later`, is the rest. */
export const packSms = (text: string, { maxParts, more }: PartSettings, later = ''): PackedSms => {
  const measure = measureOf(text + more);
  const hint = `\n${more}`;
  const complete = later === '' ? text : text + hint;
  const parts = fill(complete, () => measure.part, measure);
  if (measure(complete) <= measure.single) return { parts: complete === '' ? [] : [complete], rest: later };
  if (parts.length <= maxParts) return { parts, rest: later };
  const room = (part: number): number => measure.part - (part === maxParts - 1 ? measure(hint) : 0);
  const fitting = fill(text, room, measure).slice(0, maxParts).join('');
  const said = endOfLine(fitting);
  const remaining = text.slice(said.length).trimStart();
  return {
    parts: fill(said.trimEnd() + hint, () => measure.part, measure),
    rest: [remaining, later].filter((piece) => piece !== '').join('\n'),
  };
};

/** Rather whole lines than half a choice, unless that wastes more than a third. */
const endOfLine = (text: string): string => {
  const end = text.lastIndexOf('\n') + 1;
  return end > (text.length * 2) / 3 ? text.slice(0, end) : text;
};

/** What a piece takes; what a part of a joined SMS holds (6 of its 140 bytes number the parts, GSM 03.40), a lone one. */
type Measure = ((piece: string) => number) & { part: number; single: number };

/** One character outside the GSM alphabet makes the whole message 16-bit. */
const measureOf = (text: string): Measure =>
  gsm7Length(text) === null
    ? Object.assign((piece: string) => piece.length, { part: 67, single: 70 })
    : Object.assign((piece: string) => gsm7Length(piece) ?? 0, { part: 153, single: 160 });

/** Whole words into parts of the given room, each word with the blank after it; only a word longer than a part is cut. */
const fill = (text: string, room: (part: number) => number, measure: Measure): string[] => {
  const parts: string[] = [];
  let part = '';
  const close = (): void => {
    parts.push(part);
    part = '';
  };
  for (const word of text.match(/\S+\s*/gu) ?? []) {
    if (part !== '' && measure(part + word.trimEnd()) > room(parts.length)) close();
    for (const character of word) {
      if (measure(part + character) > room(parts.length)) close();
      part += character;
    }
  }
  if (part !== '') close();
  return parts;
};
