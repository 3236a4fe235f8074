import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../data/load-dataset.js';

it('the demo serves sample data from a throw-away folder and leaves nothing behind', async () => {
  const TMPDIR = mkdtempSync(join(tmpdir(), 'motcua-demo-test-'));
  const child = spawn(process.execPath, ['--import', 'tsx', join('cli', 'motcua.ts'), 'demo'], {
    cwd: projectRoot(),
    env: { ...process.env, TMPDIR, PORT: '0', LOG_LEVEL: 'silent' },
  });
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    out += chunk.toString();
    if (out.includes('Ctrl-C')) break;
  }
  const [, url = `no address: ${err}`] = /đang chạy tại (\S+)/.exec(out) ?? [];
  expect(readdirSync(TMPDIR).some((name) => name.startsWith('motcua-demo-'))).toBe(true);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(readdirSync(TMPDIR).filter((name) => name.startsWith('motcua-demo-'))).toEqual([]);
}, 90_000);
