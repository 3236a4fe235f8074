const SAFE = Symbol('safe markup');

/** Markup that may be sent as it is: only `html` and `raw` make it, so no text from a record or a reader can pass for it. */
export interface Html {
  readonly [SAFE]: string;
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/** Markup with every value escaped unless it is markup already; lists are joined, null and false leave nothing. Quote attributes. */
export const html = (strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  raw(strings.reduce((text, piece, index) => text + markupOf(values[index - 1]) + piece));

/** Takes text for markup. Only for what this project wrote itself: a drawing, encoded JSON. */
export const raw = (markup: string): Html => ({ [SAFE]: markup });

/** What goes into the response. */
export const markupOf = (value: HtmlValue): string => {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  return SAFE in value ? value[SAFE] : value.map((part) => markupOf(part)).join('');
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
