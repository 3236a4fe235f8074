/** The id under which a new edition is told to the office's instances (`WakeUp`): no conversation has it. */
export const EDITION_CHANGED = 'edition';
