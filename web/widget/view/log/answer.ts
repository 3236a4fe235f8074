import type { Activity } from '../../conversation/activity.js';
import { element } from '../element.js';
import type { Labels } from '../labels.js';
import { drawCard } from './card.js';
import { plainText } from './plain-text.js';

/** What the assistant said; a card stands in for its text. */
export const drawAnswer = (
  { text, card, language }: Activity,
  { labels, server }: { labels: Labels; server: string },
): HTMLElement => {
  const texts = labels.texts();
  return element(
    'div',
    { class: card ? 'message bot wide' : 'message bot', lang: language ?? labels.language() },
    element('span', { class: 'hidden' }, `${texts.bot} `),
    card ? drawCard(card, { texts, server }) : element('div', { class: 'bubble' }, ...plainText(text)),
  );
};
