import { z } from 'zod';
import { LocalText } from '../../../../data/language/locale.js';
import { FIELDS } from '../../../../data/procedures/procedure.js';
import { DossierPush } from '../../../../data/dossiers/received/dossier-push.js';
import { DossierPushed, Problem, ProcedureList, ProcedureRecord } from './shapes.js';

/** The description of the public data, OpenAPI 3.1, made from the same schemas that parse the dataset. */
export const openApi = (publicUrl: string | null) => ({
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(description(publicUrl)),
  cacheControl: 'public, max-age=3600',
});

const description = (publicUrl: string | null) => ({
  openapi: '3.1.0',
  info: {
    title: 'Một Cửa: administrative procedures',
    version: '1',
    description:
      "The public records of administrative procedures. Vietnamese (`vi`) is the binding text; `en` where there is one. A fact that is null is not known: `gaps` says why. No key is needed to read. Dossiers are pushed by the office's own systems with a signature.",
  },
  servers: [{ url: publicUrl ?? '/' }],
  paths: {
    '/api/procedures': { get: LIST },
    '/api/procedures/{code}': { get: RECORD },
    '/api/dossiers/{code}': { put: PUSH },
  },
  components: {
    schemas: {
      ProcedureList: schemaOf(ProcedureList),
      ProcedureRecord: schemaOf(ProcedureRecord),
      DossierPush: schemaOf(DossierPush, 'input'),
      DossierPushed: schemaOf(DossierPushed),
      Problem: schemaOf(Problem),
    },
  },
});

const parameter = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});

const response = (description: string, schema: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

const LIST = {
  operationId: 'listProcedures',
  summary: 'All procedures, those of a field, or what a question is about',
  parameters: [
    parameter('field', 'Only this field', { type: 'string', enum: FIELDS }),
    parameter('q', 'A question in everyday words, or a code', { type: 'string', maxLength: 200 }),
    parameter('page', 'From 1, 50 procedures a page', { type: 'integer', minimum: 1, default: 1 }),
  ],
  responses: {
    200: response('A list', 'ProcedureList'),
    400: response('A parameter is not right', 'Problem'),
    429: response('Too many requests; Retry-After says when to come back', 'Problem'),
  },
};

const RECORD = {
  operationId: 'getProcedure',
  summary: 'One procedure, everything that is known',
  parameters: [
    {
      name: 'code',
      in: 'path',
      required: true,
      description: 'National code, for example 1.014199',
      schema: { type: 'string', pattern: '^\\d\\.\\d{6}$' },
    },
  ],
  responses: {
    200: response('The record', 'ProcedureRecord'),
    404: response('There is no such procedure', 'Problem'),
    429: response('Too many requests; Retry-After says when to come back', 'Problem'),
  },
};

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

const PUSH = {
  operationId: 'putDossier',
  summary: 'How a dossier stands; sent again it changes nothing',
  parameters: [
    {
      name: 'code',
      in: 'path',
      required: true,
      description: 'The dossier code, the same as in the body',
      schema: { type: 'string' },
    },
    header('X-Motcua-Timestamp', 'Seconds since 1970, at most 5 minutes from the clock of the server'),
    header(
      'X-Motcua-Signature',
      '`sha256=` and the HMAC-SHA-256, in hex, over the timestamp, a dot and the raw body, with DOSSIER_PUSH_SECRET',
    ),
  ],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/DossierPush' } } },
  },
  responses: {
    200: response('Kept, or known already', 'DossierPushed'),
    201: response('A dossier not known before was kept', 'DossierPushed'),
    400: response('Not JSON, or a field is not right: its name is in the message', 'Problem'),
    401: response('The signature or its time is not right', 'Problem'),
    413: response('The body is too long', 'Problem'),
    415: response('The body is not JSON', 'Problem'),
    429: response('Too many requests; Retry-After says when to come back', 'Problem'),
    503: response('Nothing was kept; send it again', 'Problem'),
  },
};

/** A bare string in a file becomes `{vi}` when it is parsed, which JSON Schema cannot say: told here. */
const TEXT = {
  type: 'object',
  properties: { vi: { type: 'string' }, en: { type: 'string' } },
  required: ['vi'],
  additionalProperties: false,
} as const;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'output') => {
  const described = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema !== (LocalText as unknown)) return;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, TEXT);
    },
  });
  Reflect.deleteProperty(described, '$schema');
  return described;
};
