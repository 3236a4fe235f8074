/** Done alike and often meant by one another: a torn paper is "exchanged", a wrong one "adjusted". */
const KIN: readonly (readonly [string, string])[] = [
  ['reissue', 'exchange'],
  ['reissue', 'adjust'],
  ['exchange', 'adjust'],
  ['pause', 'stop'],
  ['revoke', 'suspend'],
];

/**
 * Whether what is to be done agrees: 1 the same, 0 nothing said against it, negative another thing is asked.
 * Without any action named people mean the first issue, the enjoying, the plain thing.
 */
export const actionAgreement = (
  asked: ReadonlySet<string>,
  offered: ReadonlySet<string>,
  alsoPlain: boolean,
): number => {
  // Who was cut off and wants it back asks for the going on, not for the stop.
  if (asked.has('resume') && !offered.has('resume')) return -0.7;
  if (asked.size === 0) return plainness(offered, alsoPlain);
  if (overlap(asked, offered)) return 1;
  if (areKin(asked, offered)) return 0.4;
  if (alsoPlain) return -0.1;
  return offered.size === 0 ? -0.4 : -0.7;
};

const overlap = (asked: ReadonlySet<string>, offered: ReadonlySet<string>): boolean =>
  [...asked].some((action) => offered.has(action));

const areKin = (asked: ReadonlySet<string>, offered: ReadonlySet<string>): boolean =>
  KIN.some(([a, b]) => (asked.has(a) && offered.has(b)) || (asked.has(b) && offered.has(a)));

const plainness = (offered: ReadonlySet<string>, alsoPlain: boolean): number =>
  offered.size === 0 || alsoPlain ? 0.3 : -0.6;
