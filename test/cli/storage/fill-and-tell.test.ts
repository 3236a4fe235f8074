import { describe, expect, it } from 'vitest';
import { fillAndTell } from '../../../cli/storage/fill-and-tell.js';
import { createSteps } from '../../../cli/storage/steps.js';
import { digestOf } from '../../../data/storage/backup/digest.js';
import type { Load } from '../../../data/storage/backup/fill-store.js';
import { markOf } from '../../../data/storage/backup/unfinished-load.js';
import type { Change, Store } from '../../../data/store.js';
import { auditChange, surveyChange } from '../../data/storage/records.js';
import { createMemoryStore } from '../../support/memory-store.js';

const OTHER = { counts: { survey: 9 }, checksum: 'a'.repeat(64) };

const surveys = (count: number): Change[] =>
  Array.from({ length: count }, (_, index) => surveyChange({ id: `s${String(index)}` }));

const loadOf = async (changes: Change[]): Promise<Load> => {
  const store = createMemoryStore();
  await store.load(changes);
  return { changes: () => store.snapshot(), digest: await digestOf(store.snapshot()) };
};

/** Fills `target` and gives what was printed. */
const tell = async (target: Store, load: Load, isTty = false) => {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string | Uint8Array) => {
      out += text.toString();
      return Promise.resolve();
    },
    err: (text: string) => {
      err += text;
    },
    input: (async function* () {
      yield* await Promise.resolve([]);
    })(),
    isTty,
    outIsTty: isTty,
    inputIsTty: isTty,
  };
  const code = await fillAndTell(target, load, auditChange({ id: 'end' }), {
    terminal,
    steps: createSteps(terminal),
    done: 'Xong.',
  });
  return { code, out, err };
};

describe('what a restore or a move says', () => {
  it('is a line for each step, and at the end counts and checksum', async () => {
    const load = await loadOf(surveys(1_500));
    const { code, out, err } = await tell(createMemoryStore(), load);
    expect(code).toBe(0);
    expect(err).toBe('Bước 2/3: ghi vào nơi mới …\nBước 3/3: đọc lại nơi mới để kiểm tra …\n');
    expect(out).toBe(
      `Xong. 1.500 bản ghi, đọc lại khớp:\n  phiếu khảo sát: 1.500\n  mã kiểm tra: ${load.digest.checksum}\n`,
    );
  });

  it('is also a bar where a person watches', async () => {
    const { err } = await tell(createMemoryStore(), await loadOf(surveys(1_500)), true);
    expect(err).toContain('\rBước 2/3: ghi vào nơi mới [████████░░░░░░░░░░░░░░░░] 33 %');
    expect(err).toContain('100 %');
  });

  it.each([
    ['holds other data', 'đã có dữ liệu', auditChange()],
    ['is in the middle of another load', 'phần của dữ liệu khác', markOf(OTHER)],
  ])('names what is wrong when the target %s', async (_what, sentence, held) => {
    const target = createMemoryStore();
    await target.commit([held]);
    const { code, err } = await tell(target, await loadOf(surveys(1)));
    expect(code).toBe(1);
    expect(err).toContain(sentence);
  });

  it('names the source that has changed', async () => {
    const load = { ...(await loadOf(surveys(1))), isUnchanged: () => Promise.resolve(false) };
    const { code, err } = await tell(createMemoryStore(), load);
    expect(code).toBe(1);
    expect(err).toContain('Nguồn đã thay đổi');
  });

  it('shows what the target gives back when that is something else', async () => {
    const target = createMemoryStore();
    const forgetful: Store = { ...target, load: (changes) => target.load(changes.slice(1)) };
    const { code, err } = await tell(forgetful, await loadOf(surveys(3)));
    expect(code).toBe(1);
    expect(err).toMatch(/KHÔNG khớp.*\n {2}phiếu khảo sát: 2\n/);
  });
});
