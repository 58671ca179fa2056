import type { APIRoute, GetStaticPaths } from 'astro';
import { getEntry } from 'astro:content';
import { markdownFiles, type MarkdownFile } from '../site/markdown/markdown-files.ts';

export const getStaticPaths = (() =>
  markdownFiles().map((file) => ({
    params: { file: file.path.slice(1, -'.md'.length) },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: MarkdownFile }> = async ({ props: { file }, site }) => {
  const { locale, code, text } = file;
  const entry = code === undefined ? undefined : await getEntry(locale, String(code));
  return new Response(text({ locale, origin: site! }, entry?.body?.trim() ?? ''));
};
