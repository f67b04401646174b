// Reads the titles of all tests below some folders, shared suites included, from their syntax.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { TestTitle } from './test-title.ts';

const callers = new Set(['test', 'it', 'describe']);
const neverRun = new Set(['skip', 'todo', 'fixme']);

export function readTestTitles(folders: readonly string[]): TestTitle[] {
  return folders.flatMap(sourcesBelow).flatMap((file) => titlesIn(file, readFileSync(file, 'utf8')));
}

function sourcesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

export function titlesIn(file: string, text: string): TestTitle[] {
  const titles: TestTitle[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node)) titles.push(...titleOf(file, node));
    ts.forEachChild(node, visit);
  };
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind));
  return titles;
}

function titleOf(file: string, call: ts.CallExpression): TestTitle[] {
  const [first] = call.arguments;
  const words = wordsOf(call.expression);
  const [caller] = words;
  if (first === undefined || caller === undefined || !callers.has(caller)) return [];
  const text = textOf(first);
  return text === undefined ? [] : [{ file, text, runs: !words.some((word) => neverRun.has(word)) }];
}

/** `test.each(table)('…')` → test, each */
function wordsOf(callee: ts.Expression): string[] {
  if (ts.isIdentifier(callee)) return [callee.text];
  if (ts.isPropertyAccessExpression(callee)) return [...wordsOf(callee.expression), callee.name.text];
  if (ts.isCallExpression(callee)) return wordsOf(callee.expression);
  if (ts.isTaggedTemplateExpression(callee)) return wordsOf(callee.tag);
  return [];
}

function textOf(title: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(title)) return title.text;
  if (!ts.isTemplateExpression(title)) return undefined;
  return [title.head, ...title.templateSpans.map((span) => span.literal)]
    .map((part) => part.text)
    .join(' … ');
}
