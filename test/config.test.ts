import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CONFIG_KEYS, readConfig } from '../config.js';
import { projectRoot } from '../data/load-dataset.js';

const configOf = (environment: NodeJS.ProcessEnv, dotEnv?: Record<string, string>) => {
  const read = readConfig(environment, dotEnv);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
};
const problemsOf = (environment: NodeJS.ProcessEnv, dotEnv?: Record<string, string>): string[] => {
  const read = readConfig(environment, dotEnv);
  return read.ok ? [] : read.problems;
};

const POSTGRES = {
  STORAGE: 'postgres',
  DATABASE_URL: 'postgres://motcua:hunter2@db.tinh.gov.vn/motcua',
  OFFICE_ID: 'so-noi-vu',
};

describe('the settings', () => {
  it('need nothing', () => {
    expect(configOf({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3978, DATA_DIR: 'var', STORAGE: 'lowdb' });
  });

  it('need the database’s address and the office’s name in it to keep everything in PostgreSQL', () => {
    expect(configOf(POSTGRES)).toMatchObject(POSTGRES);
    expect(problemsOf({ STORAGE: 'postgres' })).toHaveLength(2);
  });

  it('take the environment before the .env file, and an empty value as not set', () => {
    expect(configOf({ PORT: '8080', HOST: '' }, { PORT: '9090', HOST: '0.0.0.0' })).toMatchObject({
      PORT: 8080,
    });
    expect(configOf({}, { PORT: '9090' })).toMatchObject({ PORT: 9090 });
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT', '65535'],
    [{ PORT: '70000' }, 'PORT', '65535'],
    [{ PORT: '-1' }, 'PORT', '65535'],
    [{ STORAGE: 'mysql' }, 'STORAGE', 'lowdb, postgres'],
    [{ ...POSTGRES, DATABASE_URL: '' }, 'DATABASE_URL', 'chưa đặt'],
    [{ ...POSTGRES, DATABASE_URL: 'mysql://db/motcua' }, 'DATABASE_URL', 'postgres://'],
    [{ ...POSTGRES, OFFICE_ID: '' }, 'OFFICE_ID', 'so-noi-vu'],
    [{ ...POSTGRES, OFFICE_ID: 'Sở Nội vụ' }, 'OFFICE_ID', 'so-noi-vu'],
    [{ ALLOWED_ORIGINS: 'tinh.gov.vn' }, 'ALLOWED_ORIGINS', 'dấu phẩy'],
    [{ ALLOWED_ORIGINS: 'https://tinh.gov.vn/duong-dan' }, 'ALLOWED_ORIGINS', 'dấu phẩy'],
    [{ PUBLIC_URL: 'motcua' }, 'PUBLIC_URL', 'https://'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'silent'],
    [{ TRUST_PROXY: 'perhaps' }, 'TRUST_PROXY', 'true'],
  ])('refuse %o in one line that names the key and what is allowed', (environment, key, allowed) => {
    const [problem, ...others] = problemsOf(environment);
    expect(others).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${key}: `));
    expect(problem).toContain(allowed);
    expect(problem).not.toContain('\n');
  });

  it('never repeat a secret that is refused', () => {
    expect(problemsOf({ HOTLINE_SMS_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
    const address = { ...POSTGRES, DATABASE_URL: 'postgres//motcua:hunter2@db/motcua' };
    expect(problemsOf(address).join()).not.toContain('hunter2');
  });

  it('refuse a key nobody knows, in .env and among ours in the environment', () => {
    expect(problemsOf({}, { DATADIR: 'x' })[0]).toMatch(/^DATADIR: không có thiết lập này/);
    expect(problemsOf({ HOTLINE_SECRET: 'x' })[0]).toMatch(/^HOTLINE_SECRET: /);
    expect(problemsOf({ EDITOR: 'vi', npm_config_port: '1' })).toEqual([]);
  });

  it('are listed in .env.example, every key and no other', () => {
    const listed = Object.keys(parseEnv(readFileSync(join(projectRoot(), '.env.example'), 'utf8')));
    expect(listed.sort()).toEqual([...CONFIG_KEYS].sort());
  });
});
