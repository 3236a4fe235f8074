import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OfficeAccess } from '../../cli/office/office-access.js';
import { openOffice } from '../../cli/office/open-office.js';
import { DossierDraft } from '../../data/dossiers/received/dossier-draft.js';
import { aDossier } from '../support/office-records.js';

const folder = () => ({ STORAGE: 'lowdb' as const, DATA_DIR: mkdtempSync(join(tmpdir(), 'motcua-office-')) });

const { version, asOf, source } = aDossier();
const draft = DossierDraft.strip().parse(aDossier());
const importing = { drafts: [draft], source, dryRun: false, actor: `cli:test-${String(version)}-${asOf}` };

const lines = async (office: OfficeAccess, command: string, input: unknown): Promise<string[]> => {
  const all: string[] = [];
  for await (const line of office.run(command, input)) all.push(line);
  return all;
};

describe('the office of a data folder', () => {
  it('is the folder itself, and another command meanwhile works through the first', async () => {
    const data = folder();
    const first = await openOffice(data);
    const second = await openOffice(data);
    expect(await lines(second, 'dossiers.import', importing)).toEqual([
      JSON.stringify({ code: draft.code, outcome: 'new' }),
    ]);
    expect(await lines(first, 'dossiers.import', importing)).toEqual([
      JSON.stringify({ code: draft.code, outcome: 'unchanged' }),
    ]);
    await second.close();
    await first.close();
  });

  it('is free again when the command has ended', async () => {
    const data = folder();
    const first = await openOffice(data);
    await lines(first, 'dossiers.import', importing);
    await first.close();
    const next = await openOffice(data);
    expect(await lines(next, 'dossiers.import', importing)).toEqual([
      JSON.stringify({ code: draft.code, outcome: 'unchanged' }),
    ]);
    await next.close();
  });

  it('says so when the owner stops before it was asked', async () => {
    const data = folder();
    const owner = await openOffice(data);
    const asking = await openOffice(data);
    await owner.close();
    await expect(lines(asking, 'feedback.list', {})).rejects.toMatchObject({ code: 'store.unavailable' });
  });

  it('knows no command that is not on the list', async () => {
    const office = await openOffice(folder());
    expect(() => office.run('toString', {})).toThrow('unknown office command');
    await office.close();
  });
});
