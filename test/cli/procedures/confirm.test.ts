import { describe, expect, it } from 'vitest';
import { confirm } from '../../../cli/procedures/confirm.js';

const typing = (typed: string, inputIsTty = true) => ({
  out: () => Promise.resolve(),
  err: () => undefined,
  input: lines(typed),
  isTty: true,
  outIsTty: true,
  inputIsTty,
});

async function* lines(typed: string): AsyncGenerator<string> {
  yield await Promise.resolve(typed);
}

describe('a question before something is kept', () => {
  it.each(['có\n', 'CO\n', ' Có \r\n', 'co'])('takes %j for a yes', async (typed) => {
    expect(await confirm(typing(typed), 'Ghi?')).toBe(true);
  });

  it.each(['không\n', 'c\n', '\n', '', 'có thể\n', '\ncó\n'])('takes %j for a no', async (typed) => {
    expect(await confirm(typing(typed), 'Ghi?')).toBe(false);
  });

  it('is a no where nobody sits at the keyboard', async () => {
    expect(await confirm(typing('có\n', false), 'Ghi?')).toBe(false);
  });
});
