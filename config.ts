import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';

const Port = z.coerce.number().int().min(0).max(65_535);

/** `https://site.gov.vn`: scheme, host and port, nothing else. */
const Origin = z.string().refine((url) => URL.canParse(url) && new URL(url).origin === url);

const Origins = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )
  .pipe(z.array(Origin));

const Secret = z.string().min(16);

const common = {
  HOST: z.string().min(1).default('127.0.0.1').describe('địa chỉ mà máy chủ lắng nghe'),
  PORT: Port.default(3978).describe('một cổng từ 0 đến 65535'),
  PUBLIC_URL: Origin.optional().describe('địa chỉ công dân nhìn thấy, ví dụ https://motcua.tinh.gov.vn'),
  DATA_DIR: z.string().min(1).default('var').describe('một thư mục ghi được'),
  OFFICE_PROFILE: z.string().min(1).optional().describe('đường dẫn tệp JSON hồ sơ cơ quan'),
  ALLOWED_ORIGINS: Origins.default([]).describe('các trang được nhúng khung chat, cách nhau bằng dấu phẩy'),
  TRUST_PROXY: z.stringbool().default(false).describe('true khi đứng sau máy chủ trung gian của cơ quan'),
  TOKEN_SECRET: Secret.optional().describe('ít nhất 16 ký tự; bỏ trống thì tự tạo trong DATA_DIR'),
  HOTLINE_SMS_SECRET: Secret.optional().describe('ít nhất 16 ký tự; bỏ trống thì không nhận SMS'),
  HOTLINE_SMS_SEND_URL: z.url().optional().describe('địa chỉ nhận tin SMS gửi đi của nhà cung cấp'),
  DOSSIER_PUSH_SECRET: Secret.optional().describe('ít nhất 16 ký tự; bỏ trống thì không nhận hồ sơ qua API'),
  DOSSIER_SOURCE: z
    .string()
    .min(1)
    .optional()
    .describe('đường dẫn tệp JSON mô tả API của phần mềm một cửa; bỏ trống thì không hỏi'),
  DOSSIER_SOURCE_TOKEN: z.string().min(1).optional().describe('mã truy cập API của phần mềm một cửa'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('fatal, error, warn, info, debug hoặc silent'),
};

const Settings = z.discriminatedUnion('STORAGE', [
  z.strictObject({ ...common, STORAGE: z.literal('lowdb').describe('lowdb') }),
]);

/** All settings, read once from the environment over an optional `.env` file. */
export type Config = z.output<typeof Settings>;

export type ReadConfig = { ok: true; config: Config } | { ok: false; problems: string[] };

export const CONFIG_KEYS: readonly string[] = ['STORAGE', ...Object.keys(common)];

/** Keys of the environment that are ours by their beginning; one we do not know is a slip of the pen. */
const OURS = /^(HOTLINE_|DOSSIER_|MOTCUA_|TOKEN_SECRET|ALLOWED_ORIGIN|OFFICE_PROFILE|PUBLIC_URL)/;

/** Parses the settings; each problem is one line that names the key and what is allowed. */
export const readConfig = (
  environment: NodeJS.ProcessEnv,
  dotEnv: Record<string, string> = {},
): ReadConfig => {
  const unknown = [
    ...Object.keys(dotEnv).filter((key) => !CONFIG_KEYS.includes(key)),
    ...Object.keys(environment).filter((key) => OURS.test(key) && !CONFIG_KEYS.includes(key)),
  ];
  if (unknown.length > 0) {
    return {
      ok: false,
      problems: unknown.map(
        (key) => `${key}: không có thiết lập này. Các thiết lập: ${CONFIG_KEYS.join(', ')}.`,
      ),
    };
  }
  const given: Record<string, string> = {};
  for (const key of CONFIG_KEYS) {
    const value = environment[key] ?? dotEnv[key] ?? '';
    if (value !== '') given[key] = value;
  }
  const parsed = Settings.safeParse({ STORAGE: 'lowdb', ...given });
  if (parsed.success) return { ok: true, config: parsed.data };
  return { ok: false, problems: parsed.error.issues.map(({ path }) => problemOf(String(path[0]), given)) };
};

/** The settings of this process: the only reader of `process.env`. */
export const loadConfig = (): ReadConfig =>
  readConfig(process.env, existsSync('.env') ? definedOnly(parseEnv(readFileSync('.env', 'utf8'))) : {});

const definedOnly = (values: NodeJS.Dict<string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

/** A secret's value is never repeated. */
const problemOf = (key: string, given: Record<string, string>): string => {
  const allowed = key === 'STORAGE' ? 'lowdb' : common[key as keyof typeof common].description;
  const shown = /SECRET|TOKEN/.test(key) ? '(giấu)' : `"${given[key] ?? ''}"`;
  return `${key}: giá trị ${shown} không dùng được. Cho phép: ${allowed ?? ''}.`;
};
