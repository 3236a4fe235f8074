import type { OutboundMessage } from '../../bot.js';
import { foldToGsm7 } from './gsm7.js';
import { packSms } from './sms-parts.js';
import type { PackedSms } from './sms-parts.js';

export interface SmsSettings {
  /** With marks a part holds 67 characters, without 153. */
  marks: boolean;
  maxParts: number;
  /** How to read on, in the citizen's language. */
  more: string;
}

/** A turn's messages as one SMS. An answer too long for it is its card's one line; the whole text is the rest. */
export const renderSms = (messages: readonly OutboundMessage[], settings: SmsSettings): PackedSms => {
  const whole = continueSms(textOf(messages, inFull), settings);
  if (whole.rest === '' || messages.every(({ card }) => card === null)) return whole;
  return pack(textOf(messages, inBrief), settings, textOf(messages, inFull));
};

/** The next SMS of what is left. */
export const continueSms = (rest: string, settings: SmsSettings): PackedSms => pack(rest, settings);

const pack = (text: string, { marks, maxParts, more }: SmsSettings, later = ''): PackedSms => {
  const spell = marks ? (piece: string) => piece.normalize('NFC') : foldToGsm7;
  return packSms(tidy(spell(text)), { maxParts, more: spell(more) }, tidy(spell(later)));
};

const textOf = (messages: readonly OutboundMessage[], render: (message: OutboundMessage) => string): string =>
  messages
    .map(render)
    .filter((text) => text !== '')
    .join('\n');

const inFull = (message: OutboundMessage): string => `${message.text}\n${choices(message)}`.trim();

/** A card shrinks to its line; what has to be chosen now stays, suggestions can wait for the rest. */
const inBrief = (message: OutboundMessage): string =>
  message.card === null
    ? inFull(message)
    : `${message.card.brief}\n${message.expects === 'choice' ? choices(message) : ''}`.trim();

const choices = ({ suggestions }: OutboundMessage): string =>
  suggestions.map(({ title }, index) => `${String(index + 1)}. ${title}`).join('\n');

/** Every character is paid for: no zero-width ones, no blanks at a line's end, no empty lines. */
const tidy = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .trim();
