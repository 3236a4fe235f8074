import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { systemClock } from '../../data/clock.js';
import { systemRandomness } from '../../data/randomness.js';
import { createEmbeddedStore } from '../../data/storage/lowdb/embedded-store.js';
import { defineCommand, EXIT } from '../command.js';
import { createDemoData } from '../demo-data.js';
import type { DemoData } from '../demo-data.js';
import { settings } from '../settings.js';
import { noOperands } from '../typed/tracking-code-operand.js';

export const demo = defineCommand({
  name: 'demo',
  summary: 'Chạy thử trợ lý với dữ liệu mẫu trong một thư mục tạm; dừng lại là xoá hết',
  operands: '',
  options: {},
  examples: ['npm run demo', 'PORT=8080 npm run demo'],
  input: z.strictObject({ operands: noOperands }),
  async run(_, { terminal, interrupted }) {
    const config = settings();
    const folder = await mkdtemp(join(tmpdir(), 'motcua-demo-'));
    try {
      const data = await fill(folder);
      const stopped = interrupted();
      // Loaded here: the other commands need no server, and loading one takes a second.
      const { startOffice } = await import('../../start-office.js');
      const office = await startOffice({ ...config, STORAGE: 'lowdb', DATA_DIR: folder });
      await terminal.out(welcome(office.url, data));
      await stopped;
      await office.stop();
      return EXIT.done;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});

const fill = async (folder: string): Promise<DemoData> => {
  const data = await createDemoData({ clock: systemClock, random: systemRandomness });
  const store = await createEmbeddedStore({ folder, clock: systemClock });
  try {
    for (const changes of data.commits) await store.commit(changes);
  } finally {
    await store.close();
  }
  return data;
};

const welcome = (url: string, { dossier, feedback }: DemoData): string =>
  [
    `Trợ lý Một Cửa (bản chạy thử, DỮ LIỆU MẪU) đang chạy tại ${url}`,
    `Thử tra hồ sơ:    ${dossier.code}, 4 số cuối điện thoại ${dossier.phoneLast4}`,
    `Thử xem phản ánh: ${feedback.code}, mã PIN ${feedback.pin}`,
    'Nhấn Ctrl-C để dừng và xoá dữ liệu mẫu.',
    '',
  ].join('\n');
