import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Procedure } from '../../../../data/procedures/procedure.js';
import { aRawProcedure } from '../../../support/a-procedure.js';
import { procedureSite, shipped } from '../../../support/procedure-site.js';

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];

const site = procedureSite();
const description = z
  .object({
    openapi: z.string(),
    paths: z.record(
      z.string(),
      z.object({
        /** The signed push of dossiers has a `put` instead. */
        get: z
          .object({
            parameters: z.array(z.object({ name: z.string(), in: z.string() })),
            responses: z.record(
              z.string(),
              z.object({
                content: z.record(z.string(), z.object({ schema: z.object({ $ref: z.string() }) })),
              }),
            ),
          })
          .optional(),
      }),
    ),
    components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  })
  .parse(JSON.parse(site.openApi().body));

/** What the description promises for a path and a status. */
const promised = (path: string, status: number): z.ZodType => {
  const reference = description.paths[path]?.get?.responses[String(status)]?.content['application/json'];
  const name = reference?.schema.$ref.split('/').at(-1) ?? '';
  return z.fromJSONSchema(description.components.schemas[name] as JsonSchema);
};

const list = (fields: Record<string, string> = {}) => {
  const { status, body, cacheControl } = site.apiList({ locale: 'vi', fields });
  return { status, cacheControl, json: z.record(z.string(), z.unknown()).parse(JSON.parse(body)) };
};
const record = (code: string) => {
  const { status, body } = site.apiRecord(code, { locale: 'vi', fields: {} });
  return { status, json: JSON.parse(body) as unknown };
};

describe('the public data', () => {
  it('is described as OpenAPI 3.1, path by path', () => {
    expect(description.openapi).toBe('3.1.0');
    const public_ = Object.entries(description.paths).filter(([, { get }]) => get !== undefined);
    expect(public_.map(([path]) => path)).toEqual(['/api/procedures', '/api/procedures/{code}']);
  });

  it('gives every record as the description promises', () => {
    const schema = promised('/api/procedures/{code}', 200);
    for (const { code } of shipped.all) {
      const { status, json } = record(code);
      expect(status).toBe(200);
      expect(schema.safeParse(json).error?.issues ?? [], code).toEqual([]);
    }
  });

  it('would not pass what the description does not promise', () => {
    const { json } = record('1.014199');
    const { procedure } = z.object({ procedure: z.record(z.string(), z.unknown()) }).parse(json);
    const broken = { ...(json as object), procedure: { ...procedure, verifiedOn: 7 } };
    expect(promised('/api/procedures/{code}', 200).safeParse(broken).success).toBe(false);
    const untitled = { ...(json as object), procedure: { ...procedure, title: { en: 'x' } } };
    expect(promised('/api/procedures/{code}', 200).safeParse(untitled).success).toBe(false);
  });

  it('gives back the record that was put in', () => {
    const procedure = Procedure.parse(aRawProcedure());
    const { body } = procedureSite({ procedures: [procedure] }).apiRecord('1.000001', {
      locale: 'vi',
      fields: {},
    });
    expect(JSON.parse(body)).toMatchObject({ page: '/thu-tuc/1.000001', procedure });
  });

  it('lists all, page by page, each once', () => {
    const first = list();
    expect(promised('/api/procedures', 200).safeParse(first.json).success).toBe(true);
    const pages = z.number().parse(first.json['pages']);
    const codes = Array.from({ length: pages }, (_, index) => list({ page: String(index + 1) }).json).flatMap(
      (json) => z.array(z.object({ code: z.string() })).parse(json['procedures']),
    );
    expect(codes.map(({ code }) => code)).toEqual(shipped.all.map(({ code }) => code));
    expect(list({ page: '999' }).json['procedures']).toEqual([]);
  });

  it('lists one field', () => {
    expect(list({ field: 'tre-em' }).json['total']).toBe(shipped.byField('tre-em').length);
  });

  it('answers a question as the chat does, and lets no cache keep it', () => {
    const { json, cacheControl } = list({ q: 'bố tôi là thương binh vừa mất' });
    expect(json).toMatchObject({ outcome: 'answer', total: 1, procedures: [{ code: '1.010824' }] });
    expect(promised('/api/procedures', 200).safeParse(json).success).toBe(true);
    expect(cacheControl).toBe('no-store');
    const elsewhere = list({ q: 'làm hộ chiếu' }).json;
    expect(elsewhere).toMatchObject({ outcome: 'none', procedures: [] });
    expect(elsewhere['referral']).not.toBeNull();
    expect(promised('/api/procedures', 200).safeParse(elsewhere).success).toBe(true);
  });

  it.each([{ field: 'x' }, { page: '0' }, { page: 'two' }, { q: 'a'.repeat(201) }])(
    'refuses %o by name',
    (fields) => {
      const { status, json } = list(fields);
      expect(status).toBe(400);
      expect(promised('/api/procedures', 400).safeParse(json).success).toBe(true);
      expect(JSON.stringify(json)).toContain(Object.keys(fields)[0]);
    },
  );

  it('says so when there is no such code', () => {
    const { status, json } = record('9.999999');
    expect(status).toBe(404);
    expect(promised('/api/procedures/{code}', 404).safeParse(json).success).toBe(true);
  });
});
