/** Lower case, marks dropped, đ → d: "Hủy bỏ" and "huy bo" fold alike. Length in characters stays that of the NFC text. */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
