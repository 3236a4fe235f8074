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
  TOKEN_SECRET: Secret.optional().describe('ít nhất 16 ký tự; bỏ trống thì tự tạo và giữ nơi lưu trữ'),
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

const DatabaseUrl = z
  .string()
  .refine((url) => URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol));

/** Needed by STORAGE=postgres; with lowdb only for the move from one to the other. */
const database = {
  DATABASE_URL: DatabaseUrl.describe(
    'địa chỉ PostgreSQL: postgres://người-dùng:mật-khẩu@máy:5432/cơ-sở-dữ-liệu',
  ),
  OFFICE_ID: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .describe(
      'tên ngắn của cơ quan trong cơ sở dữ liệu, ví dụ so-noi-vu: chữ thường không dấu, số, gạch nối',
    ),
};

const Settings = z.discriminatedUnion('STORAGE', [
  z.strictObject({
    ...common,
    STORAGE: z.literal('lowdb'),
    DATABASE_URL: database.DATABASE_URL.optional(),
    OFFICE_ID: database.OFFICE_ID.optional(),
  }),
  z.strictObject({ ...common, STORAGE: z.literal('postgres'), ...database }),
]);

/** All settings, read once from the environment over an optional `.env` file. */
export type Config = z.output<typeof Settings>;

export type ReadConfig = { ok: true; config: Config } | { ok: false; problems: string[] };

export const CONFIG_KEYS: readonly string[] = ['STORAGE', ...Object.keys(common), ...Object.keys(database)];

/** Keys of the environment that are ours by their beginning; one we do not know is a slip of the pen. */
const OURS = /^(HOTLINE_|DOSSIER_|MOTCUA_|TOKEN_SECRET|ALLOWED_ORIGIN|OFFICE_PROFILE|OFFICE_ID|PUBLIC_URL)/;

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
  const settings = { ...common, ...database };
  const allowed = key === 'STORAGE' ? 'lowdb, postgres' : settings[key as keyof typeof settings].description;
  const value = given[key];
  if (value === undefined) return `${key}: chưa đặt, STORAGE=postgres cần có. Cho phép: ${allowed ?? ''}.`;
  const shown = /SECRET|TOKEN|DATABASE_URL/.test(key) ? '(giấu)' : `"${value}"`;
  return `${key}: giá trị ${shown} không dùng được. Cho phép: ${allowed ?? ''}.`;
};
