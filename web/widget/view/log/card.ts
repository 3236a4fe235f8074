import type { Card, CardSection } from '../../conversation/card.js';
import type { Texts } from '../../texts.js';
import { element } from '../element.js';
import { icon } from '../icon.js';
import { isWebAddress, link, plainText } from './plain-text.js';

interface Surroundings {
  texts: Texts;
  server: string;
}

/** Draws an answer: what to read first on top, the rest in sections one can fold. */
export const drawCard = (card: Card, around: Surroundings): HTMLElement =>
  element(
    'article',
    { class: 'card' },
    element(
      'div',
      { class: 'card-head' },
      element('h3', {}, card.title),
      ...shown(card.subtitle, (text) => element('p', { class: 'subtitle' }, text)),
    ),
    ...card.notices.filter(({ text }) => text !== '').map(drawNotice),
    ...(card.facts.length > 0 ? [drawFacts(card.facts)] : []),
    ...card.sections.filter(({ lines }) => lines.length > 0).map(drawSection),
    ...drawLinks(card.links, around),
    ...shown(card.footer, (text) => element('p', { class: 'card-foot' }, ...plainText(text))),
  );

const shown = (text: string, draw: (text: string) => HTMLElement): HTMLElement[] =>
  text === '' ? [] : [draw(text)];

const drawNotice = ({ warning, text }: Card['notices'][number]): HTMLElement =>
  element(
    'div',
    { class: warning ? 'notice warning' : 'notice' },
    icon(warning ? 'alert' : 'info'),
    element('p', {}, ...plainText(text)),
  );

const drawFacts = (facts: Card['facts']): HTMLElement =>
  element(
    'dl',
    { class: 'facts' },
    ...facts.map(({ label, value }) =>
      element('div', {}, element('dt', {}, label), element('dd', {}, ...plainText(value))),
    ),
  );

const drawSection = (section: CardSection): HTMLElement => {
  const list = element(
    section.ordered ? 'ol' : 'ul',
    {},
    ...section.lines.map(({ text, note }) =>
      element(
        'li',
        {},
        ...plainText(text),
        ...shown(note, (small) => element('span', { class: 'note' }, ...plainText(small))),
      ),
    ),
  );
  const summary = element('summary', {}, element('span', {}, section.heading), icon('chevron'));
  const details = element('details', { class: 'section' }, summary, list);
  details.open = section.open;
  return details;
};

/** A path is a page of the assistant's own site, wherever the widget stands. */
const drawLinks = (links: Card['links'], { texts, server }: Surroundings): HTMLElement[] => {
  const safe = links
    .map(({ title, url }) => ({ title, url: url.startsWith('/') ? server + url : url }))
    .filter(({ url }) => isWebAddress(url));
  if (safe.length === 0) return [];
  const drawn = safe.map(({ title, url }) =>
    link(
      url,
      element('span', {}, title || url),
      icon('out'),
      element('span', { class: 'hidden' }, ` ${texts.newTab}`),
    ),
  );
  return [element('div', { class: 'links' }, ...drawn)];
};
