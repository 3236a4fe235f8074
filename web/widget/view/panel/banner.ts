import { element } from '../element.js';
import type { Labels } from '../labels.js';

/** A break shorter than this passes unmentioned. */
const PATIENCE_MS = 1_500;
const GOOD_NEWS_MS = 3_000;

/** Says when the line is down, and once that it is back. */
export const createBanner = (labels: Labels, say: (text: string) => void) => {
  const root = element('p', { class: 'banner', hidden: '' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let down = false;

  const show = (text: string): void => {
    root.textContent = text;
    root.hidden = false;
    say(text);
  };

  const back = (): void => {
    clearTimeout(timer);
    if (!down) return;
    down = false;
    root.classList.add('good');
    show(labels.texts().back);
    timer = setTimeout(() => {
      root.hidden = true;
    }, GOOD_NEWS_MS);
  };

  const lost = (problem: string): void => {
    const text = problem || labels.texts().offline;
    if (down) {
      if (root.textContent !== text) show(text);
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      down = true;
      root.classList.remove('good');
      show(text);
    }, PATIENCE_MS);
  };

  return {
    root,
    show: (online: boolean, problem: string): void => {
      if (online) back();
      else lost(problem);
    },
  };
};
