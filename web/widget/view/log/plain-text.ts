import { element } from '../element.js';

const ADDRESS = /https?:\/\/[^\s<>"“”]+/g;
/** Ends a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]]+$/;

/** Text as text, its line breaks kept by the style; http(s) addresses in it can be followed. */
export const plainText = (text: string): (Node | string)[] => {
  const parts: (Node | string)[] = [];
  let from = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = found[0].replace(TRAILING, '');
    parts.push(text.slice(from, found.index), link(address, address));
    from = found.index + address.length;
  }
  parts.push(text.slice(from));
  return parts;
};

export const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);

/** Opens beside the conversation; the other page learns nothing of this one. */
export const link = (url: string, ...children: (Node | string)[]): HTMLAnchorElement =>
  element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
