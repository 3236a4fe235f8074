import { guarded } from '../../guard.js';

const MARGIN = 14;
const NEAR = 24;

/** Shows the latest turn from its beginning: the citizen's words on top, the answer below them. */
export const createScroller = (root: HTMLElement, list: HTMLElement) => {
  const moves = matchMedia('(prefers-reduced-motion: no-preference)');
  let atEnd = true;

  const edge = (): void => {
    atEnd = root.scrollHeight - root.scrollTop - root.clientHeight < NEAR;
    root.classList.toggle('more', !atEnd);
  };
  /** A keyboard or a notice takes room: the end stays in view. */
  const resized = (): void => {
    if (atEnd) root.scrollTop = root.scrollHeight;
    edge();
  };
  root.addEventListener('scroll', guarded(edge), { passive: true });
  if ('ResizeObserver' in window) new ResizeObserver(guarded(resized)).observe(root);

  return {
    toLatest: (gently: boolean): void => {
      const anchor = latestTurn(list, root.clientHeight / 3);
      const top = anchor ? anchor.offsetTop - MARGIN : 0;
      root.scrollTo({ top, behavior: gently && moves.matches ? 'smooth' : 'auto' });
      edge();
    },
  };
};

/** Where reading begins: the last words of the citizen, or what follows them when they are long. */
const latestTurn = (list: HTMLElement, highest: number): HTMLElement | null => {
  const own = list.querySelectorAll<HTMLElement>('.own, .divider');
  const last = own[own.length - 1];
  if (!last) return list.firstElementChild as HTMLElement | null;
  const next = last.nextElementSibling as HTMLElement | null;
  return last.offsetHeight > highest && next ? next : last;
};
