import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directLine, message } from '../support/direct-line-caller.js';
import { motcua } from '../support/motcua.js';
import { startTestOffice } from '../support/running-office.js';

const SLOW = 120_000;
const CODE = '1.001776';

const clerkOf =
  (DATA_DIR: string) =>
  async (...args: string[]): Promise<string> => {
    const { code, out, err } = await motcua(args, { env: { DATA_DIR } });
    expect({ code, err: err.replace(/^(?:\d+ (?:câu hỏi|tên gọi).*\n)/, '') }).toEqual({ code: 0, err: '' });
    return out.toString();
  };

describe('a clerk who teaches a new word', () => {
  it(
    'finds in the list what a citizen asked in vain, and the running server answers it at once',
    async () => {
      const office = await startTestOffice();
      try {
        const clerk = clerkOf(office.folder);
        const line = directLine(`${office.url}/v3/directline`);
        const ask = async (text: string): Promise<string> => {
          const chat = await line.open();
          await line.post(chat, message(text));
          const { conversationId, token } = chat;
          const answer = await line.call('GET', `conversations/${conversationId}/activities`, { token });
          return answer.text();
        };
        expect(await ask('làm thẻ lông ngỗng, gọi 0912 345 678')).toContain('chưa tìm thấy');
        const groups = await clerk('unanswered', '--json');
        expect(JSON.parse(groups)).toMatchObject({
          count: 1,
          wordings: ['làm thẻ lông ngỗng, gọi •••'],
          leadsTo: { outcome: 'none' },
        });
        const added = await clerk('alias', 'add', CODE, 'thẻ lông ngỗng', '--yes');
        expect(added).toMatch(/"làm thẻ lông ngỗng, gọi •••": không tìm thấy → 1\.001776/);
        expect(await ask('làm thẻ lông ngỗng')).toContain('Trợ cấp xã hội hằng tháng');
        expect(await clerk('alias', 'list')).toContain('"thẻ lông ngỗng"');
        await office.restart();
        expect(await ask('làm thẻ lông ngỗng')).toContain('Trợ cấp xã hội hằng tháng');
        await clerk('alias', 'remove', CODE, 'thẻ lông ngỗng', '--yes');
        expect(await ask('làm thẻ lông ngỗng')).toContain('chưa tìm thấy');
      } finally {
        await office.close();
      }
    },
    SLOW,
  );

  it(
    'does so without a server too',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'motcua-words-'));
      const clerk = clerkOf(folder);
      await clerk('alias', 'add', CODE, 'thẻ lông ngỗng', '--yes');
      expect(JSON.parse(await clerk('alias', 'list', '--json'))).toMatchObject({
        alias: 'thẻ lông ngỗng',
        code: CODE,
        version: 1,
      });
    },
    SLOW,
  );
});
