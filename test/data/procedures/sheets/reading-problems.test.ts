import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { datasetWorkbook } from '../../../../data/procedures/sheets/dataset-workbook.js';
import { readDataset } from '../../../../data/procedures/sheets/reading/read-dataset.js';
import { problemText } from '../../../../data/procedures/sheets/reading/sheet-problem.js';
import { editedWorkbook } from '../../../support/edited-workbook.js';
import type { OpenWorkbook } from '../../../support/edited-workbook.js';
import { aProcedure } from '../../../support/office-edition.js';

const CODES = ['1.014199', '1.014197', '1.001776'];

describe('a file that a clerk filled in', () => {
  let file: Uint8Array;
  beforeAll(async () => {
    file = await datasetWorkbook(CODES.map((code) => aProcedure(code)));
  });
  const read = async (edit: (sheet: OpenWorkbook, titles: Map<string, unknown[][]>) => void) => {
    const { problems, records, ignored } = readDataset(
      await readXlsxFile(Buffer.from(await editedWorkbook(file, edit))),
    );
    return { problems: problems.map(problemText), records: records.map(({ record }) => record), ignored };
  };
  const WORK = 'Việc làm';

  it.each<[string, (sheet: OpenWorkbook) => void, string]>([
    [
      'a number in words',
      (sheet) => {
        sheet(WORK).put(2, 'Bản chính', 'một');
      },
      'trang Việc làm, dòng 2, cột Bản chính, thủ tục 1.014197: "một" không phải là số.',
    ],
    [
      'half a paper',
      (sheet) => {
        sheet(WORK).put(2, 'Bản sao', 0.5);
      },
      'trang Việc làm, dòng 2, cột Bản sao, thủ tục 1.014197: đang trống hoặc không phải là số nguyên.',
    ],
    [
      'a day that does not exist',
      (sheet) => {
        sheet(WORK).put(2, 'Kiểm chứng ngày', '31/02/2026');
      },
      'trang Việc làm, dòng 2, cột Kiểm chứng ngày, thủ tục 1.014197: "31/02/2026" không phải là ngày có thật. Ví dụ: 20/11/2026.',
    ],
    [
      'a word that is not ours',
      (sheet) => {
        sheet(WORK).put(2, 'Độ tin cậy', 'Tạm');
      },
      'trang Việc làm, dòng 2, cột Độ tin cậy, thủ tục 1.014197: "Tạm" không có. Cho phép: Cao, Vừa.',
    ],
    [
      'a way of filing that does not exist',
      (sheet) => {
        sheet(WORK).put(2, 'Cách nộp', 'trực tiếp, fax');
      },
      'trang Việc làm, dòng 2, cột Cách nộp, thủ tục 1.014197: "fax" không có. Cho phép: trực tuyến, bưu chính, trực tiếp.',
    ],
    [
      'a condition that cannot be read',
      (sheet) => {
        sheet(WORK).put(2, 'Chỉ khi', 'người mới');
      },
      'trang Việc làm, dòng 2, cột Chỉ khi, thủ tục 1.014197: "người mới" phải viết như "situation: new, changePosition; position: expert".',
    ],
    [
      'a yes that is neither',
      (sheet) => {
        sheet('Nguồn mâu thuẫn').put(2, 'Nói với người dân', 'chắc vậy');
      },
      'trang Nguồn mâu thuẫn, dòng 2, cột Nói với người dân, thủ tục 1.001776: "chắc vậy" phải là Có hoặc để trống.',
    ],
    [
      'text that Excel made a date of',
      (sheet) => {
        sheet('Căn cứ pháp lý').put(2, 'Số văn bản', new Date('2026-12-01T00:00:00Z'));
      },
      'trang Căn cứ pháp lý, dòng 2, cột Số văn bản, thủ tục 1.001776: "01/12/2026" đã bị Excel đổi thành ngày. Hãy định dạng ô là Text rồi gõ lại.',
    ],
    [
      'English without Vietnamese',
      (sheet) => {
        sheet(WORK).put(2, 'Tóm tắt', null);
      },
      'trang Việc làm, dòng 2, cột Tóm tắt, thủ tục 1.014197: chưa có tiếng Việt. Nội dung tiếng Việt là bắt buộc.',
    ],
    [
      'a source that is no https address',
      (sheet) => {
        sheet('Nguồn').put(2, 'Địa chỉ', 'cổng dịch vụ công');
      },
      'trang Nguồn, dòng 2, cột Địa chỉ, thủ tục 1.001776: không đúng cách viết. Địa chỉ phải bắt đầu bằng https://.',
    ],
    [
      'a limit of no days',
      (sheet) => {
        sheet('Thời hạn').put(2, 'Thời hạn', 0);
      },
      'trang Thời hạn, dòng 2, cột Thời hạn, thủ tục 1.001776: phải lớn hơn 0.',
    ],
    [
      'a slip in the code',
      (sheet) => {
        sheet('Các bước').put(2, 'Mã thủ tục', '1.001777');
      },
      'trang Các bước, dòng 2, thủ tục 1.001777: mã này không có ở trang lĩnh vực nào trong tệp.',
    ],
    [
      'a row without a code',
      (sheet) => {
        sheet('Các bước').put(2, 'Mã thủ tục', null);
      },
      'trang Các bước, dòng 2, cột Mã thủ tục: đang trống.',
    ],
    [
      'a fact said twice, differently',
      (sheet) => {
        sheet(WORK).put(3, 'Tên chính thức', 'Tên khác');
      },
      'trang Việc làm, dòng 3, cột Tên chính thức, thủ tục 1.014197: khác với dòng 2 của cùng thủ tục. Chỉ ghi ở một dòng.',
    ],
  ])('is told of %s, with sheet, row and column', async (_what, edit, problem) => {
    const { problems, records } = await read(edit);
    expect(problems).toEqual([problem]);
    expect(records.length).toBeLessThanOrEqual(CODES.length);
  });

  it('is told which column or sheet has been lost', async () => {
    const { problems } = await read((sheet, titles) => {
      sheet(WORK).put(1, 'Kết quả', 'Kết quả cũ');
      titles.delete('Nguồn');
    });
    expect(problems).toContain('trang Việc làm, dòng 1, cột Kết quả: không có cột này.');
    expect(problems).toContain('trang Nguồn: không có trong tệp. Hãy xuất lại tệp và giữ đủ các trang.');
  });

  it('is told of a procedure that stands in two fields, and of a code that is none', async () => {
    const { problems } = await read((sheet) => {
      const social = sheet('Bảo trợ xã hội');
      social.put(social.repeat(2), 'Mã thủ tục', '1.014197');
      sheet(WORK).put(sheet(WORK).repeat(2), 'Mã thủ tục', 'mới');
    });
    expect(problems).toEqual([
      'trang Việc làm, dòng 3, cột Mã thủ tục: "mới" không phải là mã thủ tục. Mã có dạng 1.014199.',
      'trang Bảo trợ xã hội, dòng 3, thủ tục 1.014197: đã có ở trang Việc làm.',
    ]);
  });

  it('is told that a record needs a source and an answer of a question is missing', async () => {
    const { problems } = await read((sheet) => {
      const sources = sheet('Nguồn').rows;
      sources.splice(1, sources.length, ...sources.slice(1).filter(([code]) => code !== '1.014197'));
      const questions = sheet('Câu hỏi');
      questions.rows.splice(questions.rowOf('Mã câu hỏi', 'sender'), 1);
    });
    expect(problems).toContain('trang Nguồn, thủ tục 1.014197: cần ít nhất 1 dòng.');
    expect(
      problems.some((problem) =>
        /^trang Câu hỏi, dòng \d+, .*1\.014199: cần ít nhất 2 dòng\.$/.test(problem),
      ),
    ).toBe(true);
  });

  it('may sort rows and columns, leave its own columns in, and type codes as numbers', async () => {
    const { problems, records, ignored } = await read((sheet, titles) => {
      for (const [title, rows] of titles) {
        if (title === 'Chú giải') continue;
        const [header = [], ...below] = rows;
        // Stable, so that the rows of one procedure keep their order.
        below.sort((one, other) =>
          String(one[0]) < String(other[0]) ? 1 : String(one[0]) > String(other[0]) ? -1 : 0,
        );
        rows.splice(0, rows.length, ...[header, ...below].map((row) => [...row].reverse()));
      }
      sheet(WORK).rows[0]?.push('Ý kiến của tôi');
      const steps = sheet('Các bước');
      for (const [index] of steps.rows.entries())
        if (index > 0) steps.put(index + 1, 'Mã thủ tục', Number(steps.cell(index + 1, 'Mã thủ tục')));
    });
    expect(problems).toEqual([]);
    expect(ignored).toEqual(['cột Ý kiến của tôi (trang Việc làm)']);
    for (const record of records) expect(record).toEqual(aProcedure(record.code));
    expect(records).toHaveLength(CODES.length);
  });

  it('tells known to be none from not known', async () => {
    const { problems, records } = await read((sheet) => {
      sheet('Các bước').rows.splice(1, Infinity, ['1.014199', '(không có)']);
      sheet(WORK).put(2, 'Cách nộp', '(không có)');
    });
    expect(problems).toEqual([]);
    expect(records.map(({ code, steps, channels }) => [code, steps, channels?.length])).toEqual([
      ['1.014197', null, 0],
      ['1.014199', [], 3],
      ['1.001776', null, aProcedure('1.001776').channels?.length],
    ]);
  });
});
