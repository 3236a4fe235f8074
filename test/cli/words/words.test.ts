import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../data/store.js';
import { auditChange, listOf, questionChange } from '../../data/storage/records.js';
import { CODE as OTHER, excelDesk } from '../../support/excel-desk.js';
import { createMemoryStore } from '../../support/memory-store.js';
import { motcuaHere } from '../../support/motcua.js';
import { aliasChange } from '../../support/office-edition.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
const CODE = '1.001776';
const ALIAS = 'thẻ lông ngỗng';
const ADD = ['alias', 'add', CODE, ALIAS];

describe('teaching the words people use', () => {
  let store: Store;
  beforeEach(() => {
    store = createMemoryStore();
  });
  const run = (args: string[], given: Parameters<typeof motcuaHere>[1] = {}) =>
    motcuaHere(args, { store, ...given });
  const aliases = () => store.edition.aliases();
  const ask = (text: string, id: string, at = '2026-11-20T03:00:00.000Z') =>
    store.commit([questionChange({ id, text, at, nearest: [CODE] })]);

  it('lists what was not answered in groups, the most frequent first, and where it leads now', async () => {
    await ask('đăng ký nuôi voi rừng', '1');
    await ask('làm thẻ lông ngỗng', '2');
    await ask('lam the long ngong a', '3');
    const { code, out, err } = await run(['unanswered']);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('2 lần | "lam the long ngong a" | không tìm thấy 2');
    expect(out).toContain('cách hỏi khác: "làm thẻ lông ngỗng"');
    expect(out).toMatch(/gần nhất: 1\.001776 \S/);
    expect(out).toContain('hiện dẫn đến: không tìm thấy');
    expect(err).toBe('3 câu hỏi, 2 nhóm, từ 25/08/2026 đến 22/11/2026.\n');
  });

  it('lists a range of days, as JSON', async () => {
    await ask('đăng ký nuôi voi rừng', '1', '2026-10-31T16:59:00.000Z');
    await ask('làm thẻ lông ngỗng', '2', '2026-10-31T17:00:00.000Z');
    const { out } = await run(['unanswered', '--from', '01/11/2026', '--to', '01/11/2026', '--json']);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { count: 1, wordings: ['làm thẻ lông ngỗng'], nearest: [{ code: CODE }], leadsTo: { outcome: 'none' } },
    ]);
    expect((await run(['unanswered', '--to', '01/06/2026'])).err).toContain('Không có câu hỏi nào');
  });

  it('shows which kept questions an alias would answer, and keeps nothing unless told to', async () => {
    await ask('làm thẻ lông ngỗng', '1');
    const { code, out } = await run(ADD);
    expect(code).toBe(1);
    expect(out).toMatch(/"làm thẻ lông ngỗng": (không tìm thấy|hỏi lại: [\d., ]+) → 1\.001776 /);
    expect(out).toMatch(/Đã thử \d{3,} câu hỏi: \d+ câu dẫn đến chỗ khác trước\./);
    expect(out).toContain('Chưa ghi gì. Muốn ghi thì thêm --yes.');
    expect(await aliases()).toEqual([]);
    expect(await listOf(store.audit.stream(EVER))).toEqual([]);
  });

  it('keeps an alias with who, when and its test question, and an entry in the audit', async () => {
    const { code, out } = await run([...ADD, '--question', 'làm thẻ lông ngỗng, gọi 0912345678', '--yes']);
    expect(out).toContain(`Đã thêm tên gọi "${ALIAS}" cho thủ tục ${CODE}.`);
    expect(code).toBe(0);
    expect(await aliases()).toEqual([
      {
        alias: ALIAS,
        code: CODE,
        question: 'làm thẻ lông ngỗng, gọi •••',
        version: 1,
        at: '2026-11-22T05:00:00.000Z',
        by: 'cli:test',
      },
    ]);
    expect(await listOf(store.audit.stream(EVER))).toMatchObject([
      { actor: 'cli:test', action: 'edition.alias', details: { alias: ALIAS, code: CODE, version: 1 } },
    ]);
  });

  it('takes a typed "có" for a yes', async () => {
    expect((await run(ADD, { input: ['Có\n'], terminal: { inputIsTty: true } })).code).toBe(0);
    expect(await aliases()).toHaveLength(1);
  });

  it.each([
    ['a name of another procedure', [CODE, 'Trợ cấp thất nghiệp'], 'đang là tên của thủ tục'],
    ['a whole question', [CODE, 'thẻ lông ngỗng làm ở đâu'], 'là cả một câu hỏi'],
    ['a question mark', [CODE, 'thẻ lông ngỗng?'], 'là cả một câu hỏi'],
    ['a phone number', [CODE, 'thẻ của 0912345678'], 'Tên gọi có số điện thoại'],
    ['an unknown code', ['9.999999', ALIAS], 'Không có thủ tục mã 9.999999'],
  ])('refuses %s', async (_, operands, expected) => {
    const { code, out } = await run(['alias', 'add', ...operands, '--yes']);
    expect(out).toContain(expected);
    expect(out).toContain('Chưa ghi gì.');
    expect(code).toBe(1);
    expect(await aliases()).toEqual([]);
  });

  it('refuses what the office itself calls another procedure, until it is taken back there', async () => {
    await store.commit([aliasChange({ alias: ALIAS })]);
    expect((await run([...ADD, '--yes'])).out).toContain('đang là tên của thủ tục 1.014199');
    expect((await run(['alias', 'remove', '1.014199', 'Thẻ  lông ngỗng', '--yes'])).code).toBe(0);
    expect((await run([...ADD, '--yes'])).code).toBe(0);
    expect(await aliases()).toMatchObject([{ alias: ALIAS, code: CODE, version: 3 }]);
  });

  it('warns of a long name and of a question that does not lead to its procedure', async () => {
    const { out } = await run([
      'alias',
      'add',
      CODE,
      'thẻ lông ngỗng màu trắng của ông bà ngoại',
      '--question',
      'trợ cấp thất nghiệp',
    ]);
    expect(out).toContain('LƯU Ý tên gọi dài 9 chữ.');
    expect(out).toContain('LƯU Ý "trợ cấp thất nghiệp" vẫn chưa dẫn thẳng');
  });

  it('says so when a procedure has the name already', async () => {
    await store.commit([aliasChange({ alias: ALIAS, code: CODE })]);
    expect(await run(['alias', 'add', CODE, 'Thẻ Lông Ngỗng', '--yes'])).toMatchObject({
      code: 0,
      out: `Thủ tục ${CODE} đã có tên gọi "Thẻ Lông Ngỗng". Chưa ghi gì.\n`,
    });
    expect(await aliases()).toMatchObject([{ version: 1 }]);
  });

  it('lists what the office has added and takes it back', async () => {
    await store.commit([aliasChange({ alias: ALIAS, code: CODE })]);
    expect((await run(['alias', 'list'])).out).toMatch(
      /^1\.001776 .+ \| "thẻ lông ngỗng" \| cli:lan thêm ngày 05\/11\/2026\n$/,
    );
    const { out } = await run(['alias', 'remove', CODE, ALIAS, '--yes']);
    expect(out).toMatch(/"thẻ lông ngỗng": 1\.001776 .+ → /);
    expect(out).toContain(`Đã bỏ tên gọi "${ALIAS}" của thủ tục ${CODE}.`);
    expect(await run(['alias', 'list'])).toMatchObject({ out: '', err: 'Cơ quan chưa thêm tên gọi nào.\n' });
    expect(await run(['alias', 'remove', CODE, ALIAS, '--yes'])).toMatchObject({ code: 1 });
    expect(await listOf(store.audit.stream(EVER))).toMatchObject([
      { actor: 'cli:test', action: 'edition.alias', details: { alias: ALIAS, code: null, version: 2 } },
    ]);
  });

  it('tries every later import on the question an alias was added for', async () => {
    const desk = excelDesk();
    const question = 'làm thẻ lông ngỗng bị ướt mưa';
    await desk.store.commit([aliasChange({ alias: ALIAS, code: CODE, question })]);
    await desk.edited(OTHER, (sheet) => {
      sheet('Việc làm').put(2, 'Tên thường gọi', 'thẻ lông ngỗng bị ướt mưa');
    });
    const { out } = await desk.run(['import', desk.file, '--dry-run']);
    expect(out).toMatch(new RegExp(`"${question}": 1\\.001776 .+ → 1\\.014199 `));
  });

  it('keeps one of two that somebody else changes meanwhile', async () => {
    const between: Store = {
      ...store,
      commit: async (changes) => {
        await store.commit([aliasChange({ alias: ALIAS }), auditChange({ id: 'theirs' })]);
        await store.commit(changes);
      },
    };
    const { code, err } = await run([...ADD, '--yes'], { store: between });
    expect({ code, err }).toEqual({
      code: 1,
      err: 'Có người vừa sửa tên gọi này. Chưa ghi gì. Hãy chạy lại lệnh.\n',
    });
    expect(await aliases()).toMatchObject([{ code: '1.014199', version: 1 }]);
  });

  it.each([[['alias', 'add', CODE]], [['alias', 'add', 'abc', ALIAS]], [['alias', 'add', CODE, '12']]])(
    'says what is wrong with %j',
    async (args) => {
      expect((await run(args)).code).toBe(2);
    },
  );
});
