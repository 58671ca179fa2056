import ts from 'typescript';

// Texts for readers out of files that are not plain texts: TypeScript and Markdown.

/** Placeholder for a value in a template: mostly it is a code. */
const SAMPLE = '487';

/**
 * @param source a TypeScript module
 * @returns its strings and templates with their lines, values in templates replaced by a code; no imports, no keys,
 *   no types
 */
export function codeStrings(source: string): { line: number; text: string }[] {
  const file = ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest, true);
  const found: { line: number; text: string }[] = [];
  const add = (node: ts.Node, text: string) =>
    found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isPropertyAssignment(node)) return visit(node.initializer);
    if (ts.isCaseClause(node)) return node.statements.forEach(visit);
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(node, node.text);
    else if (ts.isTemplateExpression(node))
      add(node, node.head.text + node.templateSpans.map((span) => SAMPLE + span.literal.text).join(''));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * @param body the part of an MDX file below the front matter
 * @returns its paragraphs, list items and table cells as plain text; headings and cells need not be sentences
 */
export function paragraphs(body: string): { text: string; sentence: boolean }[] {
  const blocks = body
    .replaceAll('\r', '')
    .replace(/^(```|~~~)[\s\S]*?^\1\s*$/gm, '')
    .replace(/^(import|export) .*$/gm, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .split(/\n{2,}|\n(?=\s*(?:[-*+]|\d+\.) |\||#)/);
  return blocks.flatMap((block): { text: string; sentence: boolean }[] => {
    const text = plain(block.replace(/\n\s*/g, ' ').trim());
    if (text === '' || /^\|?[\s:|-]+\|?$/.test(text)) return [];
    if (text.startsWith('|'))
      return text
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean)
        .map((cell) => ({ text: cell, sentence: false }));
    // A heading with an anchor of its own is written as HTML.
    if (/^\s*<h[2-6]\b/.test(block)) return [{ text, sentence: false }];
    if (text.startsWith('#')) return [{ text: text.replace(/^#+\s*/, ''), sentence: false }];
    return [{ text: text.replace(/^(?:[-*+]|\d+\.)\s+/, ''), sentence: true }];
  });
}

const plain = (text: string): string =>
  text
    .replace(/<[^>]+>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .trim();
