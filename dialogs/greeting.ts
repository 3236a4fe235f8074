import { counterLines } from '../data/answers/counter-lines.js';
import { homeSuggestions } from './home.js';
import type { Turn } from './turn.js';

/** What the assistant can do, on one screen. */
export const greet = async (turn: Turn): Promise<void> => {
  await turn.reply({
    text: turn.say('main.greeting', { office: officeName(turn) }),
    suggestions: homeSuggestions(turn.say),
  });
};

export const help = async (turn: Turn): Promise<void> => {
  await turn.reply({
    text: `${turn.say('main.help')}\n${hotlineText(turn)}`,
    suggestions: homeSuggestions(turn.say),
  });
};

export const hotline = async (turn: Turn): Promise<void> => {
  await turn.reply({ text: [turn.say('main.human'), hotlineText(turn), ...counters(turn)].join('\n') });
};

/** Number and hours, or that the office has not set them: never a made-up number. */
export const hotlineText = ({ say, locale, services: { office } }: Turn): string => {
  const line = office.hotline;
  if (!line) return say('main.hotline', { number: say('office.notConfigured'), hours: '' }).trim();
  return say('main.hotline', {
    number: line.number,
    hours: `(${(locale === 'en' ? line.hoursEn : null) ?? line.hours})`,
  });
};

const officeName = ({ locale, services: { office } }: Turn): string =>
  (locale === 'en' ? office.nameEn : null) ?? office.name;

const counters = ({ services: { office }, say }: Turn): string[] =>
  counterLines(office, say).map(({ text, note }) => (note === undefined ? text : `${text} (${note})`));
