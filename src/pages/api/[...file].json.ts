import type { APIRoute, GetStaticPaths } from 'astro';
import { apiIndex, filesOf, kindNames, type ApiFile } from '../../site/api/api-files.ts';
import { openApi } from '../../site/api/openapi.ts';
import type { Address } from '../../site/api/api-parts.ts';
import { absolute, apiPaths } from '../../site/paths.ts';

/** What is said of the files themselves. */
const ABOUT = [
  { path: apiPaths.index(), value: apiIndex },
  { path: apiPaths.openapi(), value: openApi },
];

export const getStaticPaths = (() =>
  [...ABOUT, ...kindNames.flatMap((kind): Pick<ApiFile, 'path' | 'value'>[] => filesOf(kind))].map(
    ({ path, value }) => ({
      params: { file: path.slice('/api/'.length, -'.json'.length) },
      props: { value },
    }),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ value: (at: Address) => object }> = ({ props: { value }, site }) =>
  Response.json(value((path) => absolute(path, site!)));
