import { messages } from '../../i18n/index.ts';
import { DEFAULT_LOCALE } from '../../locales.ts';
import { apiPaths, paths } from '../paths.ts';
import { API_SCHEMAS, filesOf, KINDS, kindNames, type ApiKind } from './api-files.ts';
import type { Address } from './api-parts.ts';
import { API_VERSION } from './schema-parts.ts';

// The description of /api/ by OpenAPI 3.1, for tools that make clients. Schemas are referred to by their addresses.

/** The part in braces of a template. */
const PARAMETER = /\{(\w+)\}/;

/** The values of the part in braces for which there is a file */
function valuesOf(kind: ApiKind): string[] {
  const [before = '', , after = ''] = KINDS[kind].template.split(PARAMETER);
  return filesOf(kind).map(({ path }) => path.slice(before.length, path.length - after.length));
}

const answer = (schema: string, description: string, at: Address) => ({
  200: {
    description,
    content: { 'application/json': { schema: { $ref: at(apiPaths.schema(schema)) } } },
  },
});

/** One path: an operation without parameters, or with the one in braces */
function pathItem(kind: ApiKind, description: string, at: Address): object {
  const name = PARAMETER.exec(KINDS[kind].template)?.[1];
  return {
    get: {
      operationId: kind,
      summary: API_SCHEMAS[kind]!.title,
      description,
      ...(name === undefined
        ? {}
        : { parameters: [{ name, in: 'path', required: true, schema: { type: 'string', enum: valuesOf(kind) } }] }),
      responses: answer(kind, description, at),
    },
  };
}

/**
 * @param at makes a path of the site an absolute address
 * @returns the content of `/api/openapi.json`
 */
export function openApi(at: Address): object {
  const { api, ui } = messages(DEFAULT_LOCALE);
  const under = at('/').replace(/\/$/, '');
  return {
    openapi: '3.1.0',
    info: {
      title: ui.siteName,
      summary: ui.tagline,
      description: at(paths.api(DEFAULT_LOCALE)),
      version: API_VERSION,
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: under }],
    paths: {
      [apiPaths.index()]: {
        get: {
          operationId: 'index',
          summary: API_SCHEMAS['index']!.title,
          description: api.files.index,
          responses: answer('index', api.files.index, at),
        },
      },
      ...Object.fromEntries(kindNames.map((kind) => [KINDS[kind].template, pathItem(kind, api.files[kind], at)])),
      [apiPaths.csv()]: {
        get: {
          operationId: 'csv',
          summary: api.files.csv,
          responses: {
            200: {
              description: api.files.csv,
              content: { 'text/csv': { schema: { type: 'string' } } },
            },
          },
        },
      },
    },
  };
}
