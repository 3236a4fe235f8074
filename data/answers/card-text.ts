import type { Card, CardSection } from './card.js';

/** The whole card as plain text: what clients without cards, screen readers of logs and the database keep. */
export const cardText = (card: Card): string =>
  [
    [card.title, card.subtitle],
    card.notices.map(({ text }) => `! ${text}`),
    card.facts.map(({ label, value }) => `${label}: ${value}`),
    ...card.sections.map(sectionText),
    [...card.links.flatMap(linkText), card.footer],
  ]
    .map((lines) => lines.filter((line) => line !== null && line !== '').join('\n'))
    .filter((block) => block !== '')
    .join('\n\n');

/** A path leads nowhere outside the assistant's own pages. */
const linkText = ({ title, url }: Card['links'][number]): string[] =>
  url.startsWith('/') ? [] : [`${title}: ${url}`];

const sectionText = ({ heading, lines, ordered = false }: CardSection): string[] => [
  `${heading}:`,
  ...lines.map(({ text, note }, index) => {
    const mark = ordered ? `${String(index + 1)}.` : '-';
    return note === undefined ? `${mark} ${text}` : `${mark} ${text} (${note})`;
  }),
];
