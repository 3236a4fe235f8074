/** Identity numbers (12 digits, old ones 9), phone numbers, e-mail addresses: what should not stand in a free text. */
const PERSONAL_NUMBER =
  /(?<![\d.-])(?:\+?84|0)(?:[\s.-]?\d){9}(?!\d)|(?<![\d.-])\d{12}(?![\d.-])|(?<![\d.-])\d{9}(?![\d.-])|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

export const hasPersonalNumbers = (text: string): boolean => text.search(PERSONAL_NUMBER) >= 0;

/** For what is kept to learn from and for lists: the text without them. */
export const maskPersonalNumbers = (text: string): string => text.replace(PERSONAL_NUMBER, '•••');
