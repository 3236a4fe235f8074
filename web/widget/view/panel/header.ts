import { element, on } from '../element.js';
import { icon } from '../icon.js';
import type { Labels } from '../labels.js';

interface HeaderDeps {
  labels: Labels;
  office: string;
  switchLanguage: () => void;
  /** Absent where the chat is the page and there is nothing to close. */
  close?: () => void;
}

/** Who is speaking: the assistant and the office it answers for. */
export const createHeader = ({ labels, office, switchLanguage, close }: HeaderDeps): HTMLElement => {
  const title = element('h2', { id: 'title' });
  const titles = element('div', { class: 'titles' }, title);
  if (office !== '') titles.append(element('p', {}, office));
  const root = element(
    'div',
    { class: 'head' },
    icon('door'),
    titles,
    languageButton(labels, switchLanguage),
  );
  if (close) root.append(closeButton(labels, close));
  labels.bind((texts) => {
    title.textContent = texts.assistant;
  });
  return root;
};

/** Two letters where the office's name needs the room; the full name to who listens. */
const languageButton = (labels: Labels, switchLanguage: () => void): HTMLElement => {
  const full = element('span', { class: 'full' });
  const short = element('span', { class: 'short', 'aria-hidden': 'true' });
  const button = element('button', { type: 'button', class: 'language' }, full, short);
  on(button, 'click', switchLanguage);
  labels.bind((texts) => {
    full.textContent = texts.switchTo;
    short.textContent = texts.switchShort;
    button.lang = labels.language() === 'vi' ? 'en' : 'vi';
  });
  return button;
};

const closeButton = (labels: Labels, close: () => void): HTMLElement => {
  const button = element('button', { type: 'button' }, icon('close'));
  on(button, 'click', close);
  labels.bind((texts) => {
    button.setAttribute('aria-label', texts.close);
  });
  return button;
};
