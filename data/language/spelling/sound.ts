/**
 * What the unmarked syllable sounds like to those who mix up its neighbours: tr/ch, s/x, d/gi/r, l/n at the start,
 * n/ng and t/c at the end, i/y. Voice typing and hurried spelling go wrong along these lines.
 */
export const soundOf = (folded: string): string => {
  const start = folded
    .replace(/^(tr|ch)/, 'c~')
    .replace(/^(s|x)/, 's')
    .replace(/^(gi(?=[aeou])|d|r|v)/, 'z')
    .replace(/^gi/, 'zi')
    .replace(/^(l|n(?![gh]))/, 'l')
    .replace(/^(qu|hoa(?=[^a-z]|$))/, (match) => (match === 'qu' ? 'kw' : match))
    .replace(/^(k(?!h)|c(?![h~]))/, 'k')
    .replace(/^ngh/, 'ng')
    .replace(/^gh/, 'g');
  return start
    .replace(/y/g, 'i')
    .replace(/(ng|nh|n)$/, 'n')
    .replace(/(ch|c|t)$/, 't')
    .replace(/uou$/, 'uu');
};
