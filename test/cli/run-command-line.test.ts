import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '../../cli/all-commands.js';
import { runCommandLine } from '../../cli/run-command-line.js';
import { createMemoryStore } from '../support/memory-store.js';
import { motcuaHere } from '../support/motcua.js';

describe('the command line', () => {
  it('lists every command and ends with 2 when none is named', async () => {
    const { code, out } = await motcuaHere([]);
    expect(code).toBe(2);
    for (const { name } of ALL_COMMANDS) expect(out).toContain(name);
  });

  it('helps when asked', async () => {
    expect(await motcuaHere(['--help'])).toMatchObject({ code: 0, err: '' });
    const family = await motcuaHere(['feedback', '--help']);
    expect(family.code).toBe(0);
    expect(family.out).toContain('feedback answer');
    expect(family.out).not.toContain('dossiers import');
  });

  it.each(ALL_COMMANDS.map(({ name }) => name))(
    'explains "%s" with its options and an example',
    async (name) => {
      const { code, out } = await motcuaHere([...name.split(' '), '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`motcua -- ${name}`);
      expect(out).toMatch(/Ví dụ:\n {2}\S/);
      expect(out).toContain('--help');
    },
  );

  it.each([
    [['nhập'], 'Không có lệnh "nhập"'],
    [['feedback'], 'Lệnh "feedback" còn thiếu một từ'],
    [['ask', '--conversatoin'], 'Lệnh ask không có tham số --conversatoin'],
    [['check', '--on'], 'Tham số --on'],
    [['check', 'gì đó'], 'không nhận thêm từ nào'],
    [['check', '--on', '31/02/2026'], '--on không phải là ngày có thật'],
    [['export', '--from', '2026-11-01'], 'Ghi rõ muốn xuất gì'],
    [['feedback', 'show'], 'Cần đúng một mã phản ánh'],
    [['feedback', 'show', 'PA-2222-2223'], 'không phải là mã phản ánh'],
  ])('answers %j with what is allowed and ends with 2', async (args, sentence) => {
    const { code, err, out } = await motcuaHere(args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(out).toBe('');
  });

  it('says what a refused write means, without a stack', async () => {
    const store = createMemoryStore();
    await store.close();
    const args = [
      'feedback',
      'add',
      '--channel',
      'paper',
      '--recorded-by',
      'Lan',
      '--kind',
      'khac',
      '--text',
      'x',
    ];
    const { code, err } = await motcuaHere(args, { store });
    expect(code).toBe(1);
    expect(err).toBe(
      'Không dùng được nơi lưu trữ: ổ đĩa đầy, máy chủ vừa dừng, hoặc cơ sở dữ liệu không trả lời. Chưa có gì được ghi.\n',
    );
  });

  it('tells a bug in one line, and its stack only with --debug', async () => {
    const broken = [{ ...ALL_COMMANDS[0], run: () => Promise.reject(new Error('hỏng\nchi tiết')) }];
    const run = async (args: string[]) => {
      let err = '';
      const terminal = { err: (text: string) => (err += text) };
      const code = await runCommandLine(broken as typeof ALL_COMMANDS, args, { terminal } as never);
      return { code, err };
    };
    const plain = await run(['ask']);
    expect(plain.code).toBe(1);
    expect(plain.err).toBe('Lỗi ngoài dự kiến: hỏng. Chạy lại với --debug để xem chi tiết.\n');
    expect((await run(['ask', '--debug'])).err).toContain('run-command-line.test.ts');
  });
});
