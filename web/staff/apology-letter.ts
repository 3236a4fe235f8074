import { dayOf, formatDay } from '../../data/calendar/day.js';
import type { Day, Instant } from '../../data/calendar/day.js';
import type { Dossier } from '../../data/dossiers/dossier.js';
import type { Apology } from '../../data/dossiers/lateness/apology.js';
import { STATUS_NAMES } from '../../data/dossiers/status-names.js';
import type { OfficeProfile } from '../../data/office/office-profile.js';
import { html, markupOf, raw } from '../public/html.js';
import type { Html } from '../public/html.js';

interface Letter {
  office: OfficeProfile;
  /** Printed, never kept; null: a line to write it on. */
  name: string | null;
}

/** The last apology as a sheet to print and sign: the contents of mẫu số 04, Thông tư 03/2025/TT-VPCP. */
export const apologyLetter = (dossier: Dossier, letter: Letter): string => {
  const apology = dossier.apologies.at(-1);
  if (apology === undefined) throw new Error('a letter without an apology');
  return markupOf(
    html`<!doctype html>
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <title>Xin lỗi và đề nghị gia hạn: ${dossier.code}</title>
          <style>
            ${raw(STYLE)}
          </style>
        </head>
        <body>
          ${heading(letter)} ${facts(dossier, apology)} ${words(apology, letter)}
          <footer>
            ${longDay(dayOf(new Date(apology.at)))}<br /><strong>THỦ TRƯỞNG CƠ QUAN</strong><br />(ký, ghi rõ
            họ tên)
          </footer>
        </body>
      </html> `,
  );
};

const STYLE = `
@page { size: A4; margin: 20mm 20mm 20mm 30mm; }
body { font: 14pt/1.5 'Times New Roman', serif; max-width: 160mm; margin: 0 auto; }
header { display: flex; gap: 10mm; text-align: center; }
header p { flex: 1; margin: 0; }
h1 { font-size: 14pt; text-align: center; margin: 10mm 0 6mm; }
dt { font-weight: bold; float: left; margin-right: 2mm; }
dd { margin: 0 0 2mm; }
footer { margin: 12mm 0 0 80mm; text-align: center; min-height: 30mm; }
`;

const heading = ({ office, name }: Letter): Html => html`
  <header>
    <p><strong>${office.name}</strong></p>
    <p>
      <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong><br /><strong>Độc lập - Tự do - Hạnh phúc</strong>
    </p>
  </header>
  <h1>VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT</h1>
  <p>Kính gửi: ${name ?? '.'.repeat(60)}</p>
`;

const facts = (dossier: Dossier, { missed }: Apology): Html => html`
  <dl>
    <dt>Mã hồ sơ:</dt>
    <dd>${dossier.code}</dd>
    <dt>Thủ tục:</dt>
    <dd>${dossier.procedureName}</dd>
    <dt>Ngày tiếp nhận:</dt>
    <dd>${dayText(dossier.receivedAt)}</dd>
    <dt>Ngày hẹn trả:</dt>
    <dd>${formatDay(missed)}</dd>
    <dt>Tình trạng:</dt>
    <dd>${STATUS_NAMES[dossier.status]}${dossier.unit !== null && html` (${dossier.unit})`}</dd>
  </dl>
`;

const words = ({ reason, newDate }: Apology, { office }: Letter): Html => html`
  <p>Hồ sơ của Ông/Bà chưa giải quyết xong đúng hẹn. Lý do: ${reason}</p>
  <p>
    ${office.name} xin lỗi Ông/Bà vì sự chậm trễ này và đề nghị gia hạn. Ngày hẹn trả kết quả mới:
    <strong>${formatDay(newDate)}</strong>.
  </p>
  ${office.hotline !== null && html`<p>Đường dây nóng: ${office.hotline.number} (${office.hotline.hours})</p>`}
`;

const dayText = (moment: Instant): string => formatDay(dayOf(new Date(moment)));

const longDay = (day: Day): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `Ngày ${date} tháng ${month} năm ${year}`;
};
