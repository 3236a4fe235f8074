import { fold } from '../../../language/fold.js';
import type { CheckedRecord, Finding } from '../finding.js';
import { findingIn } from '../finding.js';
import { documentNames, sentencesOf, stepTexts, whoAndWhere } from './texts-of.js';
import type { PlacedText } from './texts-of.js';

/** Folded: a household book must not be asked for (Law on Residence 68/2020/QH14 ended it on 01/01/2023). */
const HOUSEHOLD_BOOK = /so ho khau|so tam tru/;
/** "không cần sổ hộ khẩu" is what a citizen should read. */
const NOT_ASKED =
  /khong (can|phai|con|yeu cau|duoc yeu cau|nop|doi|mang)|quy dinh cu|truoc day|bo (so|viec)|thay (cho|the)/;

/** Since 01/07/2025 there is no district; the labour offices were merged into others in 2025. */
const STALE_AGENCY =
  /phong (lao dong|ldtbxh|ld ?- ?tb)|so (lao dong|ldtbxh)|cap huyen|(ubnd|uy ban nhan dan|chu tich ubnd) (huyen|quan|thi xa)/;
const FORMER = /truoc day|truoc ngay|truoc \d|\bcu\b|khong con|da bai bo|da het|nay la|chuyen cho|thay/;

/** Papers the law forbids to ask for, and agencies that are no more. */
export const forbiddenWording = (record: CheckedRecord): Finding[] => {
  const { procedure } = record;
  const asked = [...documentNames(procedure), ...sentencesOf(procedure)].filter(
    says(HOUSEHOLD_BOOK, NOT_ASKED),
  );
  const stale = [...whoAndWhere(procedure), ...stepTexts(procedure)].filter(says(STALE_AGENCY, FORMER));
  return [
    ...asked.map(({ field, text }) =>
      findingIn(record, {
        severity: 'error',
        rule: 'household-book',
        field,
        what: `Đòi sổ hộ khẩu hoặc sổ tạm trú: "${text.vi}"`,
        why: 'Luật Cư trú đã bỏ sổ giấy; cơ quan không được đòi người dân nộp.',
        fix: 'Bỏ giấy này. Nơi ở được tra trong Cơ sở dữ liệu quốc gia về dân cư.',
      }),
    ),
    ...stale.map(({ field, text }) =>
      findingIn(record, {
        severity: 'error',
        rule: 'stale-agency',
        field,
        what: `Nhắc tới cơ quan không còn: "${text.vi}"`,
        why: 'Từ 01/07/2025 chỉ còn hai cấp tỉnh và xã; người dân sẽ tìm một nơi không còn tồn tại.',
        fix: 'Ghi cơ quan đang làm việc này, hoặc viết rõ đó là tên trước đây.',
      }),
    ),
  ];
};

const says =
  (forbidden: RegExp, unless: RegExp) =>
  ({ text }: PlacedText): boolean =>
    sentences(text.vi).some((sentence) => forbidden.test(sentence) && !unless.test(sentence));

const sentences = (text: string): string[] => fold(text.normalize('NFC')).split(/[.;:!?\n]+/);
