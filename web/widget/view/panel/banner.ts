import { element } from '../element.js';
import type { Labels } from '../labels.js';

/** A break shorter than this passes unmentioned. */
const PATIENCE_MS = 1_500;
const GOOD_NEWS_MS = 3_000;

/** Says when the line is down, and once that it is back. */
export const createBanner = (labels: Labels, say: (text: string) => void) => {
  const root = element('p', { class: 'banner', hidden: '' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: 'up' | 'breaking' | 'down' = 'up';
  let problem = '';

  const show = (good: boolean): void => {
    const text = good ? labels.texts().back : problem || labels.texts().offline;
    if (!root.hidden && root.textContent === text) return;
    root.classList.toggle('good', good);
    root.textContent = text;
    root.hidden = false;
    say(text);
  };

  const back = (): void => {
    if (state === 'up') return;
    clearTimeout(timer);
    if (state === 'down') {
      show(true);
      timer = setTimeout(() => {
        root.hidden = true;
      }, GOOD_NEWS_MS);
    }
    state = 'up';
  };

  const lost = (): void => {
    if (state === 'down') show(false);
    if (state !== 'up') return;
    state = 'breaking';
    clearTimeout(timer);
    timer = setTimeout(() => {
      state = 'down';
      show(false);
    }, PATIENCE_MS);
  };

  labels.bind(() => {
    if (!root.hidden) show(state === 'up');
  });
  return {
    root,
    show: (online: boolean, told: string): void => {
      problem = told;
      if (online) back();
      else lost();
    },
  };
};
