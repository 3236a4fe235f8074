import { element, on } from '../element.js';
import { icon } from '../icon.js';
import type { Labels } from '../labels.js';
import { createLanguageButton } from './language-button.js';

interface HeaderDeps {
  labels: Labels;
  office: string;
  switchLanguage: () => void;
  close: () => void;
}

/** Who is speaking: the assistant and the office it answers for. */
export const createHeader = ({ labels, office, switchLanguage, close }: HeaderDeps): HTMLElement => {
  const title = element('h2', { id: 'title' });
  const titles = element('div', { class: 'titles' }, title);
  if (office !== '') titles.append(element('p', {}, office));
  labels.bind((texts) => {
    title.textContent = texts.assistant;
  });
  const language = createLanguageButton(labels, switchLanguage);
  return element('div', { class: 'head' }, icon('door'), titles, language, closeButton(labels, close));
};

const closeButton = (labels: Labels, close: () => void): HTMLElement => {
  const button = element('button', { type: 'button' }, icon('close'));
  on(button, 'click', close);
  labels.bind((texts) => {
    button.setAttribute('aria-label', texts.close);
  });
  return button;
};
