import { guarded } from '../guard.js';

/** Builds a node; strings become text nodes, never markup. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};

export const on = <Type extends keyof HTMLElementEventMap>(
  node: HTMLElement,
  type: Type,
  work: (event: HTMLElementEventMap[Type]) => unknown,
): void => {
  node.addEventListener(type, guarded(work));
};
