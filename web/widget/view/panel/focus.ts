const REACHABLE = 'a[href], button:not([disabled]), textarea, summary, [tabindex="0"]';

/** Keeps Tab inside a panel that covers the whole screen. */
export const keepFocusInside = (panel: HTMLElement, event: KeyboardEvent): void => {
  if (event.key !== 'Tab') return;
  const reachable = [...panel.querySelectorAll<HTMLElement>(REACHABLE)].filter(
    (node) => node.getClientRects().length > 0,
  );
  const first = reachable[0];
  const last = reachable[reachable.length - 1];
  const focused = (panel.getRootNode() as ShadowRoot).activeElement;
  if (!first || !last) return;
  if (event.shiftKey && (focused === first || focused === panel)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && focused === last) {
    event.preventDefault();
    first.focus();
  }
};
