const CODE = /(?<![\d.,])(\d)\s?[.,]\s?(\d{6})(?!\d)/g;

/** The national procedure codes written in a text: "1.014199", "1,014199", "1. 014199". */
export const namedCodes = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(CODE), ([, level = '', serial = '']) => `${level}.${serial}`)),
];
