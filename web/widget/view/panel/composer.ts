import type { Texts } from '../../texts.js';
import { element, on } from '../element.js';
import { icon } from '../icon.js';
import type { Labels } from '../labels.js';
import { isTouchOnly } from '../touch.js';
import { LIMIT, createCounter } from './counter.js';

const IME_KEY = 229;

/** Where the citizen writes. Pasted text is never cut short in silence: too much is counted and said. */
export const createComposer = (labels: Labels, send: (text: string) => void) => {
  const input = element('textarea', { rows: '1', autocomplete: 'off' });
  const counter = createCounter(labels);
  const button = element('button', { type: 'submit', class: 'send' }, icon('send'));
  const root = element('form', { class: 'composer', novalidate: '' }, input, button, counter.root);
  let expects = '';

  const written = (): string => input.value.normalize('NFC').trim();

  const refresh = (): void => {
    const { length } = written();
    input.style.height = 'auto';
    // A long placeholder is not worth a second line.
    if (input.value !== '') input.style.height = `${String(input.scrollHeight + 3)}px`;
    root.classList.toggle('over', length > LIMIT);
    root.classList.toggle('empty', length === 0);
    counter.show(length);
  };
  const submit = (): void => {
    const text = written();
    input.focus();
    if (text === '' || text.length > LIMIT) return;
    input.value = '';
    refresh();
    send(text);
  };
  const relabel = (texts: Texts): void => {
    input.placeholder = placeholder(texts, expects);
    input.setAttribute('aria-label', input.placeholder);
    button.setAttribute('aria-label', texts.send);
    refresh();
  };

  labels.bind(relabel);
  on(input, 'input', refresh);
  on(input, 'keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event) || isTouchOnly()) return;
    event.preventDefault();
    submit();
  });
  on(root, 'submit', (event) => {
    event.preventDefault();
    submit();
  });

  const focus = (): void => {
    input.focus();
  };
  const expect = (next: string): void => {
    expects = next;
    relabel(labels.texts());
  };
  return { root, focus, refresh, expect };
};

const placeholder = (texts: Texts, expects: string): string => {
  if (expects === 'choice') return texts.placeholderChoice;
  return expects === 'text' ? texts.placeholderText : texts.placeholder;
};

/** Enter that only ends a Telex or VNI syllable. Safari ends the composition first and tells by the key code. */
const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || (event as { readonly keyCode: number }).keyCode === IME_KEY;
