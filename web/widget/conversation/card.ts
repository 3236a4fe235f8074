import { listOf, recordOf, textOf } from './loose.js';

export interface CardSection {
  heading: string;
  lines: { text: string; note: string }[];
  open: boolean;
  ordered: boolean;
}

/** An answer with structure, as the bot sends it in `channelData.card`. */
export interface Card {
  title: string;
  subtitle: string;
  notices: { warning: boolean; text: string }[];
  facts: { label: string; value: string }[];
  sections: CardSection[];
  links: { title: string; url: string }[];
  footer: string;
}

/** Null when there is no card, or none the widget can draw. */
export const readCard = (value: unknown): Card | null => {
  const card = recordOf(value);
  const title = textOf(card['title']);
  if (title === '') return null;
  const list = (name: string) => listOf(card[name]).map(recordOf);
  return {
    title,
    subtitle: textOf(card['subtitle']),
    notices: list('notices').map((entry) => ({
      warning: entry['tone'] === 'warning',
      text: textOf(entry['text']),
    })),
    facts: list('facts').map((entry) => ({ label: textOf(entry['label']), value: textOf(entry['value']) })),
    sections: list('sections').map(readSection),
    links: list('links').map((entry) => ({ title: textOf(entry['title']), url: textOf(entry['url']) })),
    footer: textOf(card['footer']),
  };
};

const readSection = (section: Record<string, unknown>): CardSection => ({
  heading: textOf(section['heading']),
  lines: listOf(section['lines'])
    .map(recordOf)
    .map((line) => ({ text: textOf(line['text']), note: textOf(line['note']) })),
  open: section['open'] === true,
  ordered: section['ordered'] === true,
});
