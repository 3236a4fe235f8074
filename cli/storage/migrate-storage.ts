import { z } from 'zod';
import type { Config } from '../../config.js';
import { systemRandomness } from '../../data/randomness.js';
import { digestOf, isSame } from '../../data/storage/backup/digest.js';
import { refuseUnfinished, unfinishedLoad } from '../../data/storage/backup/unfinished-load.js';
import type { Store } from '../../data/store.js';
import { openDatabase } from '../../opening/open-database.js';
import { openFolder } from '../../opening/open-folder.js';
import type { OpenedStorage } from '../../opening/opened-storage.js';
import { defineCommand, UsageError } from '../command.js';
import type { CommandContext, ExitCode } from '../command.js';
import { auditEntry } from '../office/audit.js';
import { settings } from '../settings.js';
import { noOperands } from '../typed/tracking-code-operand.js';
import { fillAndTell } from './fill-and-tell.js';
import { createSteps } from './steps.js';

const STORAGES = ['postgres', 'lowdb'] as const;
type Storage = (typeof STORAGES)[number];

const TO = 'Ghi rõ chuyển đi đâu: --to postgres hoặc --to lowdb.';

export const migrateStorage = defineCommand({
  name: 'migrate-storage',
  summary: 'Chuyển toàn bộ dữ liệu từ thư mục sang PostgreSQL hoặc ngược lại; máy chủ phải đang dừng',
  operands: '',
  options: {
    to: {
      type: 'string',
      value: 'NƠI',
      describe: 'postgres (cơ sở dữ liệu của DATABASE_URL) hoặc lowdb (thư mục của DATA_DIR)',
    },
  },
  examples: [
    'npm run -s motcua -- migrate-storage --to postgres',
    'DATA_DIR=/opt/motcua/var-moi npm run -s motcua -- migrate-storage --to lowdb',
  ],
  input: z.strictObject({ operands: noOperands, to: z.enum(STORAGES, TO) }),
  async run({ to }, context) {
    const config = settings();
    const source = await open(to === 'postgres' ? 'lowdb' : 'postgres', config);
    try {
      const target = await open(to, config);
      try {
        return await move(source.store, target.store, to, context);
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  },
});

const open = (storage: Storage, config: Config): Promise<OpenedStorage> => {
  const report = (): void => undefined;
  if (storage === 'lowdb') return openFolder(config, report);
  const { DATABASE_URL, OFFICE_ID } = config;
  if (DATABASE_URL === undefined || OFFICE_ID === undefined)
    throw new UsageError('Hãy đặt DATABASE_URL và OFFICE_ID (trong .env) rồi chạy lại.');
  return openDatabase({ DATABASE_URL, OFFICE_ID }, report);
};

/** Both stores then say who moved it: the old one that it was begun, the new one also that it was ended. */
const move = async (
  source: Store,
  target: Store,
  to: Storage,
  { terminal, clock, actor }: CommandContext,
): Promise<ExitCode> => {
  const audit = { clock, random: systemRandomness };
  const steps = createSteps(terminal);
  await refuseUnfinished(source);
  // A move that was cut off goes on only with the very same records, so that nothing is added to them.
  if (!(await unfinishedLoad(target)))
    await source.commit([auditEntry(audit, actor, 'storage.moveBegun', { to })]);
  try {
    const read = (step: string) =>
      digestOf(source.snapshot(), (done) => {
        steps.show(step, done, null);
      });
    const digest = await read('Bước 1/3: đọc nguồn');
    const last = auditEntry(audit, actor, 'storage.moved', { to, counts: digest.counts });
    // A folder is ours alone; nobody can keep other instances from writing to a database.
    const isUnchanged = async () => isSame(await read('Kiểm tra nguồn không đổi'), digest);
    const load = {
      changes: () => source.snapshot(),
      digest,
      ...(to === 'lowdb' ? { isUnchanged } : {}),
    };
    return await fillAndTell(target, load, last, { terminal, steps, done: 'Đã chuyển xong.' });
  } finally {
    steps.end();
  }
};
