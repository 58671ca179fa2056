import type { APIRoute, GetStaticPaths } from 'astro';
import { apiPairsOf } from '../../../../site/api.ts';
import { site } from '../../../../site/data.ts';
import type { Code } from '../../../../schema/content.ts';
import { absolute } from '../../../../site/paths.ts';

export const getStaticPaths = (() =>
  site().codes.map((code) => ({ params: { code: String(code.number) }, props: { code } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ code: Code }> = ({ props: { code }, site: origin }) => {
  const { content, comparisons } = site();
  const own = [...comparisons.values()].filter(({ a, b }) => [a.number, b.number].includes(code.number));
  return Response.json(apiPairsOf(code, own, content, (path) => absolute(path, origin!)));
};
