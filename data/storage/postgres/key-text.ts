/** A key as a text of PostgreSQL's, which takes neither NUL nor half a surrogate pair. */
export const keyText = (key: string): string =>
  Buffer.from(key.replaceAll('\\', '\\\\').replaceAll('\0', '\\0')).toString();

/** And back. */
export const keyOf = (text: string): string =>
  text.replace(/\\(.)/g, (_, escaped: string) => (escaped === '0' ? '\0' : escaped));
