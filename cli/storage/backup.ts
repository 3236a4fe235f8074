import { z } from 'zod';
import { total } from '../../data/storage/backup/digest.js';
import { writeBackup } from '../../data/storage/backup/write-backup.js';
import { defineCommand, EXIT } from '../command.js';
import { createProgress } from '../progress.js';
import { countsText } from './counts-text.js';

const ONE_FILE = 'Cần đúng một tên tệp, ví dụ sao-luu-2026-11-22.gz.';

export const backup = defineCommand({
  name: 'backup',
  summary: 'Sao lưu toàn bộ dữ liệu ra một tệp, cả khi máy chủ đang chạy',
  operands: 'TỆP',
  options: {},
  examples: ['npm run -s motcua -- backup /sao-luu/motcua-2026-11-22.gz'],
  input: z.strictObject({ operands: z.tuple([z.string().min(1)], ONE_FILE) }),
  async run({ operands: [file] }, { terminal, actor, openOffice }) {
    const progress = createProgress(terminal, 'Đang sao lưu', null);
    const office = await openOffice();
    try {
      const written = await writeBackup(file, watched(office.run('backup', { actor }), progress.draw));
      progress.end();
      await terminal.out(
        `Đã sao lưu ${total(written.digest).toLocaleString('vi-VN')} bản ghi vào ${file} và đọc lại để kiểm tra:\n` +
          countsText(written.digest),
      );
      return EXIT.done;
    } finally {
      progress.end();
      await office.close();
    }
  },
});

const DRAW_EVERY = 500;

async function* watched(lines: AsyncIterable<string>, draw: (done: number) => void): AsyncGenerator<string> {
  let count = 0;
  for await (const line of lines) {
    if (++count % DRAW_EVERY === 0) draw(count);
    yield line;
  }
}
