import { element } from './element.js';

/** Tells screen readers what changed besides new messages; each thing once. */
export const createAnnouncer = () => {
  const root = element('div', { class: 'hidden', role: 'status' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    root,
    say: (text: string): void => {
      // Emptied first, so that the same words are read again when they are news again.
      root.textContent = '';
      clearTimeout(timer);
      timer = setTimeout(() => {
        root.textContent = text;
      }, 100);
    },
  };
};
