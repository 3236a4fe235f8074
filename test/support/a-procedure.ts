import type { z } from 'zod';
import type { Procedure } from '../../data/procedures/procedure.js';

type Raw = z.input<typeof Procedure>;

/** A complete record as the file holds it; a test names only what it is about. */
export const aRawProcedure = (changes: Partial<Raw> = {}): Raw => ({
  code: '1.000001',
  name: 'Thủ tục mẫu',
  title: 'Việc mẫu',
  summary: 'Giấy này để thử.',
  field: 'viec-lam',
  levels: [{ level: 'province' }],
  levelSource: 'published',
  agency: 'Sở Nội vụ',
  applicants: 'Mọi người',
  conditions: [],
  documents: [{ name: 'Đơn', originals: 1, copies: 0 }],
  steps: [{ does: 'Xem hồ sơ', who: 'Sở Nội vụ', time: { value: 10, unit: 'workingDay' } }],
  processingTime: { legal: [{ value: 10, unit: 'workingDay' }] },
  fee: { kind: 'free', text: 'Không mất tiền' },
  channels: ['online'],
  whereToFile: 'Trung tâm Phục vụ hành chính công',
  result: 'Giấy xác nhận',
  legalBasis: [{ number: '219/2025/NĐ-CP', name: null, date: '2025-08-07' }],
  publishedBy: null,
  sources: [{ url: 'https://dichvucong.gov.vn/x', date: '2026-10-01' }],
  verifiedOn: '2026-10-01',
  confidence: 'high',
  detail: 'full',
  ...changes,
});
