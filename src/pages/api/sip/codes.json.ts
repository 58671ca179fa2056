import type { APIRoute } from 'astro';
import { apiCodesOf } from '../../../api.ts';
import { site } from '../../../data.ts';
import { absolute } from '../../../paths.ts';

export const GET: APIRoute = ({ site: origin }) =>
  Response.json(apiCodesOf(site().codes, (path) => absolute(path, origin!)));
