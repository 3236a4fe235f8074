/** Longer texts are letters: nobody asks in that many characters. */
const LONG = 320;
const ASKS =
  /\?|hỏi|xin|cần|muốn|làm sao|thế nào|thủ tục|giấy|hồ sơ|chế độ|trợ cấp|hưởng|hoi|muon|thu tuc|giay|ho so|tro cap|huong|how|what|where|need|want|apply/i;
const GREETS =
  /^(kính (gửi|thưa)|tôi tên|tên tôi|em tên|sinh năm|địa chỉ|số điện thoại|cảm ơn|xin cảm ơn|trân trọng|xin chào|dear)/i;

/** The sentences of a pasted letter that say what is asked, in their order, at most `limit` characters. */
export const tellingPart = (text: string, limit = LONG): string => {
  if (text.length <= limit) return text;
  const sentences = text
    .slice(0, 8000)
    .split(/(?<=[.!?\n])\s+|\n+/)
    .map((sentence, index) => ({ sentence: sentence.trim(), index }))
    .filter(({ sentence }) => sentence !== '');
  const chosen = sentences
    .map((item) => ({ ...item, worth: worthOf(item.sentence) + item.index / (sentences.length * 4) }))
    .sort((a, b) => b.worth - a.worth);
  const kept: typeof chosen = [];
  let length = 0;
  for (const item of chosen) {
    if (kept.length > 0 && length + item.sentence.length > limit) continue;
    kept.push(item);
    length += item.sentence.length;
  }
  return kept
    .sort((a, b) => a.index - b.index)
    .map(({ sentence }) => sentence)
    .join('\n');
};

const worthOf = (sentence: string): number => {
  if (GREETS.test(sentence)) return -1;
  const asks = sentence.match(new RegExp(ASKS, 'gi'))?.length ?? 0;
  return Math.min(asks, 4) + (sentence.includes('?') ? 1 : 0);
};
