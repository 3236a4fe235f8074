/**
 * Whether what is to be done agrees: 1 the same, 0 nothing said against it, negative another thing is asked.
 * Without any action named people mean the first issue, the enjoying, the plain thing.
 */
export const actionAgreement = (
  asked: ReadonlySet<string>,
  offered: ReadonlySet<string>,
  alsoPlain: boolean,
): number => {
  if (asked.size === 0) return offered.size === 0 || alsoPlain ? 0.3 : -0.6;
  for (const action of asked) if (offered.has(action)) return 1;
  if (alsoPlain) return 0;
  return offered.size === 0 ? -0.4 : -0.7;
};
