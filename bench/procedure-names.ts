import { Procedure } from '../data/procedures/procedure.js';

const ACTIONS = [
  'Cấp',
  'Cấp lại',
  'Gia hạn',
  'Điều chỉnh',
  'Thu hồi',
  'Đăng ký',
  'Công nhận',
  'Xác nhận',
  'Thông báo',
  'Chấm dứt',
  'Cho phép',
  'Thẩm định',
];
const THINGS = [
  'giấy phép',
  'giấy chứng nhận',
  'chứng chỉ hành nghề',
  'quyết định chủ trương',
  'phương án',
  'hồ sơ',
  'tờ khai',
  'kế hoạch',
  'hợp đồng',
  'báo cáo',
];
const FIELDS = [
  'khai thác nước dưới đất',
  'kinh doanh vận tải',
  'sản xuất thuốc thú y',
  'quyền sử dụng đất',
  'khám chữa bệnh',
  'hoạt động xây dựng',
  'xuất khẩu nông sản',
  'tần số vô tuyến điện',
  'đăng ký kết hôn',
  'nhập khẩu hóa chất',
  'bảo hiểm y tế',
  'tàu cá',
  'an toàn thực phẩm',
  'quảng cáo ngoài trời',
  'đầu tư xây dựng cảng',
  'chứng khoán',
  'khoáng sản',
  'lữ hành quốc tế',
  'giống cây trồng',
  'phòng cháy chữa cháy',
];
const ENDINGS = [
  'thuộc thẩm quyền của Ủy ban nhân dân cấp tỉnh',
  'đối với tổ chức, cá nhân',
  'cấp xã',
  'trong trường hợp bị mất, hỏng',
  'có yếu tố nước ngoài',
  'lần đầu',
  'theo quy định chuyển tiếp',
  'đối với doanh nghiệp',
];

/** As many names as the national list has, put together the way its names are; the same for the same count. */
export const seededNames = (count: number, own: readonly Procedure[]): string[] => {
  const draw = createDraw(20261122);
  const pick = (words: readonly string[]): string => words[draw(words.length)] ?? '';
  const made = Array.from(
    { length: Math.max(0, count - own.length) },
    (_, index) =>
      `${pick(ACTIONS)} ${pick(THINGS)} ${pick(FIELDS)} và ${pick(FIELDS)} ${pick(ENDINGS)} loại ${String(index % 400)}`,
  );
  return [...own.map(({ name }) => name), ...made].slice(0, count);
};

/** Records of which only code and name are known. */
export const namedProcedures = (names: readonly string[]): Procedure[] =>
  names.map((name, index) =>
    Procedure.parse({
      code: `9.${String(index).padStart(6, '0')}`,
      name,
      title: name,
      summary: name,
      field: 'viec-lam',
      levels: [{ level: 'province' }],
      levelSource: 'deduced',
      agency: null,
      applicants: null,
      conditions: null,
      documents: null,
      steps: null,
      processingTime: { legal: [] },
      fee: null,
      channels: null,
      whereToFile: null,
      result: null,
      legalBasis: [],
      publishedBy: null,
      sources: [{ url: 'https://dichvucong.gov.vn', date: '2026-11-22' }],
      verifiedOn: '2026-11-22',
      confidence: 'medium',
      detail: 'nameOnly',
    }),
  );

/** Linear congruential: good enough to spread names, and the same on every machine. */
const createDraw = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
};
