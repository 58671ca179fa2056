import type { APIRoute, GetStaticPaths } from 'astro';
import { apiCodeOf } from '../../../site/api.ts';
import { site } from '../../../site/data.ts';
import type { Code } from '../../../schema/content.ts';
import { absolute } from '../../../site/paths.ts';

export const getStaticPaths = (() =>
  site().codes.map((code) => ({ params: { code: String(code.number) }, props: { code } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ code: Code }> = ({ props: { code }, site: origin }) =>
  Response.json(apiCodeOf(code, site().content, (path) => absolute(path, origin!)));
