import type { APIRoute, GetStaticPaths } from 'astro';
import { API_SCHEMAS, jsonSchema } from '../../../site/api/api-files.ts';
import { absolute, apiPaths } from '../../../site/paths.ts';

export const getStaticPaths = (() =>
  Object.keys(API_SCHEMAS).map((name) => ({ params: { name }, props: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: string }> = ({ props: { name }, site }) =>
  Response.json(jsonSchema(name, absolute(apiPaths.schema(name), site!)));
