import type { APIRoute } from 'astro';
import { apiCsvOf } from '../../../api.ts';
import { site } from '../../../data.ts';
import { absolute } from '../../../paths.ts';

export const GET: APIRoute = ({ site: origin }) =>
  new Response(
    apiCsvOf(site().codes, (path) => absolute(path, origin!)),
    { headers: { 'Content-Type': 'text/csv; charset=utf-8' } },
  );
