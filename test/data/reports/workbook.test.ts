import { describe, expect, it } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import { dossierTable } from '../../../data/reports/columns/dossier-columns.js';
import { surveyTable } from '../../../data/reports/columns/survey-columns.js';
import { surveySheets } from '../../../data/reports/survey-sheets.js';
import { xlsxFile } from '../../../data/reports/workbook.js';
import { createSurveySummary } from '../../../data/surveys/summary.js';
import { lateOn } from '../../support/office-due-dates.js';
import { aDossier, aSurvey } from '../../support/office-records.js';

const sheetsOf = async (file: Uint8Array) =>
  Object.fromEntries((await readXlsxFile(Buffer.from(file))).map(({ sheet, data }) => [sheet, data]));

describe('an XLSX export', () => {
  it('holds real dates, times and numbers, and leaves empty what is not known', async () => {
    const sheets = await sheetsOf(
      await xlsxFile(dossierTable(lateOn('2026-11-22')), [
        aDossier(),
        aDossier({ dueDate: null, unit: null }),
      ]),
    );
    const [header = [], first = [], second = []] = sheets['Hồ sơ'] ?? [];
    const at = (name: string) => header.indexOf(name);
    expect(first[at('Số trạng thái')]).toBe(4);
    expect(first[at('Nhận lúc')]).toEqual(new Date('2026-11-01T09:00:00Z'));
    expect(first[at('Ngày hẹn trả')]).toEqual(new Date('2026-11-20T00:00:00Z'));
    expect([second[at('Ngày hẹn trả')], second[at('Đơn vị đang giữ')]]).toEqual([null, null]);
  });

  it('explains every column in a sheet of its own', async () => {
    const sheets = await sheetsOf(await xlsxFile(surveyTable, []));
    expect(sheets['Chú giải']?.slice(1).map(([header]) => header)).toEqual(
      surveyTable.columns.map(({ header }) => header),
    );
    for (const row of sheets['Chú giải'] ?? []) expect(row.every((cell) => cell !== null)).toBe(true);
  });

  it('keeps what a citizen wrote as text, also when it looks like a formula', async () => {
    const sheets = await sheetsOf(await xlsxFile(surveyTable, [aSurvey({ comment: '=1+1\u0007' })]));
    expect(sheets['Phiếu khảo sát']?.[1]?.at(-1)).toContain('=1+1');
  });

  it('sums surveys up by month and quarter, each figure with its formula', async () => {
    const summary = createSurveySummary();
    const replies = [aSurvey(), aSurvey({ receivedAt: '2026-10-05T02:00:00.000Z' })];
    const rows = function* () {
      for (const reply of replies) {
        summary.add(reply);
        yield reply;
      }
    };
    const sheets = await sheetsOf(await xlsxFile(surveyTable, rows(), () => surveySheets(summary)));
    expect(Object.keys(sheets)).toEqual(['Phiếu khảo sát', 'Theo tháng', 'Theo quý', 'Chú giải']);
    const staff = sheets['Theo quý']?.find(([, factor]) => factor === 'Công chức phục vụ');
    expect(staff).toEqual(['Quý 4/2026', 'Công chức phục vụ', 2, 2, 0, 0, 0, 0, 2, 100, 100]);
    expect(sheets['Theo tháng']?.map(([period]) => period)).toEqual(
      expect.arrayContaining(['10/2026', '11/2026', 'Cách tính']),
    );
    const formulas = JSON.stringify(sheets['Theo tháng']);
    expect(formulas).toContain('(số phiếu 4 điểm + số phiếu 5 điểm) ÷ số phiếu có chấm điểm × 100');
    expect(formulas).toContain('Điểm trung bình ÷ 5 × 100');
  });

  it('refuses more rows than it can hold, and says what to do instead', async () => {
    const rows = [aSurvey(), aSurvey(), aSurvey()];
    await expect(xlsxFile(surveyTable, rows, undefined, 2)).rejects.toMatchObject({
      code: 'report.tooLong',
      message: expect.stringContaining('CSV') as string,
    });
    await expect(xlsxFile(surveyTable, rows, undefined, 3)).resolves.toBeInstanceOf(Uint8Array);
  });
});
