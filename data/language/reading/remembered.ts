/** The function, with its last answers kept: texts are made of few words. Forgets everything when `most` are kept. */
export const remembered = <Answer>(
  answer: (word: string) => Answer,
  most = 20_000,
): ((word: string) => Answer) => {
  const kept = new Map<string, Answer>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const given = answer(word);
    if (kept.size >= most) kept.clear();
    kept.set(word, given);
    return given;
  };
};
