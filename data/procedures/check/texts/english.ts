import type { CheckedRecord, Finding } from '../finding.js';
import { findingIn } from '../finding.js';
import { documentNames } from './texts-of.js';

/** The work-permit family and the procedures asked for most: promised in English too. */
const PROMISED: ReadonlySet<string> = new Set([
  ...['1.014196', '1.014197', '1.014198', '1.014199', '1.014200', '1.014201'],
  ...['1.014746', '1.014747', '1.014748', '1.014749', '1.014750', '1.014751', '1.014752', '1.014753'],
  ...['2.001955', '1.013734', '2.002820', '1.010801', '1.010802', '1.010803', '1.010806', '1.010814'],
  ...['1.010816', '1.010817', '1.010821', '1.010824', '1.010826', '1.010827', '1.010830', '2.002307'],
  ...['1.001776', '1.001731', '1.001699', '1.001653', '1.014027', '1.014028', '2.000286', '1.011606'],
  ...['1.011607', '1.011609'],
]);

/** Title, summary and papers that were promised in English and are not there. */
export const missingEnglish = (record: CheckedRecord): Finding[] => {
  const { procedure } = record;
  if (!PROMISED.has(procedure.code)) return [];
  const promised = [
    { field: 'title', text: procedure.title },
    { field: 'summary', text: procedure.summary },
    ...documentNames(procedure),
  ];
  return promised
    .filter(({ text }) => !('en' in text) || text.en === undefined)
    .map(({ field }) =>
      findingIn(record, {
        severity: 'warning',
        rule: 'english-missing',
        field,
        what: 'Thiếu bản tiếng Anh.',
        why: 'Thủ tục này đã hứa có tiếng Anh; người nước ngoài sẽ đọc tiếng Việt lẫn vào.',
        fix: 'Thêm câu tiếng Anh đơn giản, đúng nghĩa.',
      }),
    );
};
