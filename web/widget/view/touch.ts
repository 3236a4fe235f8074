/** A phone's keyboard has no Shift+Enter: there Enter makes the new line and the button sends. */
export const isTouchOnly = (): boolean => matchMedia('(hover: none) and (pointer: coarse)').matches;
