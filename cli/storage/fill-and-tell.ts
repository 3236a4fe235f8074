import { total } from '../../data/storage/backup/digest.js';
import { fillStore } from '../../data/storage/backup/fill-store.js';
import type { Filled, Load } from '../../data/storage/backup/fill-store.js';
import type { Change, Store } from '../../data/store.js';
import { EXIT } from '../command.js';
import type { ExitCode } from '../command.js';
import type { Terminal } from '../terminal.js';
import { countsText } from './counts-text.js';
import type { Steps } from './steps.js';

/** Steps 2 and 3 of a restore or a move: fills the target, reads it back, and says how that ended. */
export const fillAndTell = async (
  target: Store,
  load: Load,
  last: Change,
  { terminal, steps, done }: { terminal: Terminal; steps: Steps; done: string },
): Promise<ExitCode> => {
  const filled = await fillStore(target, load, [last], (step, count) => {
    steps.show(STEPS[step], count, total(load.digest));
  });
  steps.end();
  if (filled.outcome !== 'filled') {
    terminal.err(`${refusal(filled)}\n`);
    return EXIT.failed;
  }
  const again = filled.resumed ? 'Lần chạy trước dừng giữa chừng đã được làm tiếp. ' : '';
  await terminal.out(
    `${done} ${again}${total(load.digest).toLocaleString('vi-VN')} bản ghi, đọc lại khớp:\n${countsText(load.digest)}`,
  );
  return EXIT.done;
};

const STEPS = {
  load: 'Bước 2/3: ghi vào nơi mới',
  verify: 'Bước 3/3: đọc lại nơi mới để kiểm tra',
} as const;

const refusal = (filled: Exclude<Filled, { outcome: 'filled' }>): string => {
  if (filled.outcome === 'notEmpty')
    return 'Nơi nhận đã có dữ liệu nên không ghi gì vào. Hãy dùng một thư mục hoặc một cơ sở dữ liệu còn trống.';
  if (filled.outcome === 'otherLoad')
    return 'Nơi nhận đang chứa một phần của dữ liệu khác chưa chuyển xong, hoặc nguồn đã thay đổi từ lần chạy trước. Hãy dùng một thư mục hoặc một cơ sở dữ liệu còn trống.';
  if (filled.outcome === 'sourceChanged')
    return 'Nguồn đã thay đổi trong khi chuyển. Hãy dừng mọi máy chủ, làm trống nơi nhận rồi chạy lại.';
  return `Nơi nhận đọc lại KHÔNG khớp với nguồn; đừng chạy máy chủ trên đó. Nơi nhận đang có:\n${countsText(filled.kept)}`;
};
