import { z } from 'zod';
import { momentText } from '../../data/calendar/moment-text.js';
import { systemRandomness } from '../../data/randomness.js';
import { readBackup } from '../../data/storage/backup/read-backup.js';
import { openEvenUnfinished } from '../../opening/open-storage.js';
import { defineCommand } from '../command.js';
import { auditEntry } from '../office/audit.js';
import { settings } from '../settings.js';
import { fillAndTell } from './fill-and-tell.js';
import { createSteps } from './steps.js';

export const restore = defineCommand({
  name: 'restore',
  summary: 'Khôi phục một bản sao lưu vào nơi lưu trữ còn trống; máy chủ phải đang dừng',
  operands: 'TỆP',
  options: {},
  examples: ['DATA_DIR=/opt/motcua/var-moi npm run -s motcua -- restore /sao-luu/motcua-2026-11-22.gz'],
  input: z.strictObject({ operands: z.tuple([z.string().min(1)], 'Cần đúng một tệp sao lưu.') }),
  async run({ operands: [file] }, { terminal, clock, actor }) {
    const config = settings();
    const steps = createSteps(terminal);
    const backup = await readBackup(file, (done) => {
      steps.show('Bước 1/3: kiểm tra bản sao lưu', done, null);
    });
    const storage = await openEvenUnfinished(config, () => undefined);
    try {
      const { at } = backup.header;
      const last = auditEntry({ clock, random: systemRandomness }, actor, 'storage.restore', {
        at,
        counts: backup.digest.counts,
      });
      const done = `Đã khôi phục bản sao lưu lúc ${momentText(at)}.`;
      return await fillAndTell(storage.store, backup, last, { terminal, steps, done });
    } finally {
      steps.end();
      await storage.close();
    }
  },
});
