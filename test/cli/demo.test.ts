import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { demo } from '../../cli/commands/demo.js';
import type { CommandContext } from '../../cli/command.js';
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

it('the demo tells what can be looked up, and stops when told to', async () => {
  vi.stubEnv('PORT', '0');
  vi.stubEnv('LOG_LEVEL', 'silent');
  let out = '';
  let stop = (): void => undefined;
  const context = {
    terminal: {
      out: (text: string) => {
        out += text;
        stop();
        return Promise.resolve();
      },
    },
    interrupted: () => new Promise<void>((resolve) => (stop = resolve)),
  };
  const code = await demo.run({ values: {}, operands: [] }, context as unknown as CommandContext);
  vi.unstubAllEnvs();
  expect(code).toBe(0);
  expect(out).toMatch(
    /DỮ LIỆU MẪU.*http:\/\/\S+\n.*H99-\d{6}-\d{4}, 4 số cuối.*PA-\w{4}-\w{4}, mã PIN \d{6}/s,
  );
}, 90_000);
