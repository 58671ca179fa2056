import type { APIRoute } from 'astro';
import { apiCsvOf } from '../../../site/api/api-codes.ts';
import { site } from '../../../site/data.ts';
import { absolute } from '../../../site/paths.ts';

export const GET: APIRoute = ({ site: origin }) =>
  new Response(
    apiCsvOf(site().codes, (path) => absolute(path, origin!)),
    { headers: { 'Content-Type': 'text/csv; charset=utf-8' } },
  );
