import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import ts from 'typescript'

/**
 * Leaves out what schemas say about themselves with `.meta`. Only the OpenAPI document reads that, and it
 * is written when the functions are packed; here it is a quarter of the code, and each `.meta` makes its
 * schema a second time while the function loads.
 */
export const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/netlify\/functions\/core\/.*\.ts$/ }, async ({ path }) => ({
      contents: leaveOutMeta(await readFile(path, 'utf8')),
      loader: 'ts',
    }))
  },
}

/** Returns the source without its calls of `.meta`. */
export function leaveOutMeta(source: string): string {
  if (!source.includes('.meta(')) return source
  const parts: string[] = []
  let kept = 0
  const visit = (node: ts.Node): void => {
    if (isMeta(node)) {
      visit(node.expression.expression)
      parts.push(source.slice(kept, node.expression.expression.end))
      kept = node.end
    } else ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest))
  return [...parts, source.slice(kept)].join('')
}

function isMeta(node: ts.Node): node is ts.CallExpression & { readonly expression: ts.PropertyAccessExpression } {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  return node.expression.name.text === 'meta' && node.arguments.length === 1
}
