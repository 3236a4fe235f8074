/** The longest a Vietnamese syllable gets: "nghieng". */
const LONGEST = 7;
const MOST_PARTS = 6;

/** Words run together taken apart into the fewest known ones, or null: "giayphep" → "giay", "phep". */
export const splitGlued = (text: string, isWord: (part: string) => boolean): string[] | null => {
  const fewest: (string[] | undefined)[] = [[]];
  for (let end = 2; end <= text.length; end += 1)
    for (let start = Math.max(0, end - LONGEST); start <= end - 2; start += 1) {
      const head = fewest[start];
      const known = fewest[end];
      if (head === undefined || (known !== undefined && known.length <= head.length + 1)) continue;
      const part = text.slice(start, end);
      if (isWord(part)) fewest[end] = [...head, part];
    }
  const parts = fewest[text.length];
  return parts !== undefined && parts.length > 1 && parts.length <= MOST_PARTS ? parts : null;
};
