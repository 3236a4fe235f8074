/**
 * The text as it can stand in a cell. write-excel-file looks shared strings up in a plain object, so that "toString" or
 * "constructor" would give a file nothing can open; a space after it changes nothing a person sees.
 */
export const xlsxText = (text: string): string => (text in Object.prototype ? `${text} ` : text);
