import type { Command } from './command.js';

/** The list of commands, one line each. */
export const overallHelp = (commands: readonly Command[]): string => {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Cách dùng: npm run -s motcua -- LỆNH [tham số]',
    '',
    'Các lệnh:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Xem cách dùng từng lệnh: npm run -s motcua -- LỆNH --help',
    'Mã kết thúc: 0 xong; 1 có vấn đề hoặc không làm được; 2 viết lệnh chưa đúng.',
    '',
  ].join('\n');
};

export const commandHelp = ({ name, summary, operands, options, examples }: Command): string => {
  const shown = Object.entries({ ...options, ...COMMON }).map(
    ([key, { value, describe }]) => [`--${key}${value === undefined ? '' : ` ${value}`}`, describe] as const,
  );
  const width = Math.max(...shown.map(([option]) => option.length));
  return [
    summary,
    '',
    `Cách dùng: npm run -s motcua -- ${[name, operands, '[tham số]'].filter((part) => part !== '').join(' ')}`,
    '',
    'Tham số:',
    ...shown.map(([option, describe]) => `  ${option.padEnd(width)}  ${describe}`),
    '',
    'Ví dụ:',
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
};

const COMMON: Command['options'] = {
  help: { type: 'boolean', describe: 'xem trang này' },
  debug: { type: 'boolean', describe: 'khi có lỗi, in thêm chi tiết cho người hỗ trợ kỹ thuật' },
};
