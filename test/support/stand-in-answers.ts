import type { Card } from '../../bot/bot.js';
import type { StandInMessage } from './direct-line-stand-in.js';

const GREETING = {
  vi: 'Xin chào anh/chị. Tôi là trợ lý Một Cửa.\nTôi hướng dẫn thủ tục, tra cứu hồ sơ, nhận phản ánh và khảo sát.\nAnh/chị cần hỏi việc gì?',
  en: 'Hello. I am the One-Stop assistant.\nI explain procedures, look up applications, take feedback and surveys.\nWhat do you need?',
};

const procedureCard: Card = {
  kind: 'procedure',
  title: 'Hưởng trợ cấp thất nghiệp',
  subtitle: 'Mã thủ tục 1.014748 · Lĩnh vực Việc làm',
  notices: [
    {
      tone: 'warning',
      text: 'Nộp trong 03 tháng kể từ ngày chấm dứt hợp đồng. Quá hạn thì không được hưởng đợt này.',
    },
  ],
  facts: [
    { label: 'Thời hạn', value: '15 ngày làm việc' },
    { label: 'Lệ phí', value: 'Không thu' },
    { label: 'Số giấy tờ', value: '3 loại' },
    { label: 'Nộp tại', value: 'Trung tâm Dịch vụ việc làm' },
  ],
  sections: [
    {
      id: 'documents',
      heading: 'Giấy tờ cần nộp',
      ordered: true,
      open: true,
      lines: [
        {
          text: 'Đề nghị hưởng trợ cấp thất nghiệp',
          note: '1 bản chính · Mẫu số 10, Nghị định 374/2025/NĐ-CP',
        },
        {
          text: 'Giấy tờ xác nhận chấm dứt hợp đồng lao động',
          note: 'bản chính, bản sao chứng thực hoặc bản điện tử',
        },
        { text: 'Sổ bảo hiểm xã hội' },
      ],
    },
    {
      id: 'filing',
      heading: 'Nộp ở đâu, bằng cách nào',
      open: false,
      lines: [
        { text: 'Trực tuyến: Cổng Dịch vụ công quốc gia' },
        { text: 'Bưu chính công ích' },
        { text: 'Trực tiếp' },
      ],
    },
    {
      id: 'result',
      heading: 'Kết quả và căn cứ pháp lý',
      open: false,
      lines: [
        { text: 'Quyết định về việc hưởng trợ cấp thất nghiệp' },
        { text: 'Luật Việc làm 74/2025/QH15' },
      ],
    },
  ],
  links: [
    {
      title: 'Trang chính thức của thủ tục',
      url: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfb-2b1d-7649-8f76-f5315475eb46',
    },
    { title: 'không phải địa chỉ web', url: 'javascript:alert(1)' },
  ],
  footer: 'Kiểm tra ngày 18/07/2026 · Bộ dữ liệu 2026-11-20',
  brief: '',
};

const dossierCard: Card = {
  kind: 'dossier',
  title: 'Hồ sơ H26.103.25.7-250908-0112',
  subtitle: 'Cấp giấy phép lao động',
  notices: [{ tone: 'info', text: 'Anh/chị cần bổ sung: Giấy khám sức khoẻ còn hạn.' }],
  facts: [
    { label: 'Tình trạng', value: 'Chờ bổ sung' },
    { label: 'Ngày nhận', value: '08/09/2026' },
    { label: 'Ngày hẹn trả', value: '22/09/2026' },
    { label: 'Đang ở', value: 'Phòng Việc làm' },
  ],
  sections: [],
  links: [],
  footer: 'Số liệu lúc 08:30 ngày 15/09/2026, nguồn: phần mềm Một cửa',
  brief: '',
};

/** A small bot for the widget's own tests: greets, offers, shows cards, repeats what it does not know. */
export const standInAnswer = (text: string, locale: string): StandInMessage[] => {
  if (text === 'Tiếng Việt') return greeting('vi');
  if (text === 'English') return greeting('en');
  if (text === '') return greeting(locale === 'en' ? 'en' : 'vi');
  return KNOWN.find(([pattern]) => pattern.test(text))?.[1] ?? [{ text: `Đã nghe: ${text}` }];
};

const greeting = (locale: 'vi' | 'en'): StandInMessage[] => [
  {
    text: GREETING[locale],
    locale,
    suggestions: [
      { title: 'Hỏi thủ tục', value: 'menu:procedure' },
      { title: 'Tra cứu hồ sơ', value: 'menu:dossier' },
      { title: 'Gửi phản ánh, kiến nghị', value: 'menu:feedback' },
      { title: 'Khảo sát hài lòng', value: 'menu:survey' },
    ],
  },
];

const KNOWN: [RegExp, StandInMessage[]][] = [
  [
    /thất nghiệp/,
    [
      {
        text: 'Hưởng trợ cấp thất nghiệp …',
        card: procedureCard,
        suggestions: [
          { title: 'Mẫu đơn', value: 'mẫu đơn' },
          { title: 'Nộp ở đâu?', value: 'nộp ở đâu' },
          { title: 'Về đầu', value: 'menu' },
        ],
      },
    ],
  ],
  [/^menu:dossier$/, [{ text: 'Anh/chị cho biết mã hồ sơ, in trên giấy hẹn.', expects: 'text' }]],
  [/^H26/, [{ text: 'Hồ sơ', card: dossierCard }, { text: 'Anh/chị cần hỏi gì thêm không?' }]],
  [
    /^xấu$/,
    [
      {
        text: '<img src=x onerror="window.hacked=1"><b>đậm</b>\nhttps://dichvucong.gov.vn/a, và javascript:alert(1)',
      },
    ],
  ],
  [
    /^mơ hồ$/,
    [
      {
        text: 'Có mấy thủ tục gần với câu hỏi của anh/chị. Anh/chị chọn một:',
        expects: 'choice',
        suggestions: [
          {
            title: 'Cấp giấy phép lao động đối với người lao động nước ngoài làm việc tại Việt Nam',
            value: '1',
          },
          { title: 'Gia hạn giấy phép lao động', value: '2' },
          {
            title: 'Xác nhận người lao động nước ngoài không thuộc diện cấp giấy phép lao động',
            value: '3',
          },
        ],
      },
    ],
  ],
];
