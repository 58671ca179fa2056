import type { APIRoute } from 'astro';
import { apiCodesOf } from '../../../site/api.ts';
import { site } from '../../../site/data.ts';
import { absolute } from '../../../site/paths.ts';

export const GET: APIRoute = ({ site: origin }) =>
  Response.json(apiCodesOf(site().codes, (path) => absolute(path, origin!)));
