import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import ts from 'typescript'

/**
 * Leaves out what schemas (`.meta`) and operations (`summary`, `description`) say about themselves. Only the
 * OpenAPI document and the index read that, and both are written when the functions are packed. Each `.meta`
 * would also make its schema a second time while the function loads.
 */
export const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/netlify\/functions\/core\/.*\.ts$/ }, async ({ path }) => ({
      contents: leaveOutDescriptions(await readFile(path, 'utf8')),
      loader: 'ts',
    }))
  },
}

/** Returns the source without its calls of `.meta`, and without the descriptions of operations. */
export function leaveOutDescriptions(source: string): string {
  if (!/\.meta\(|\bhttp: /.test(source)) return source
  const parts: string[] = []
  let kept = 0
  const leaveOut = (from: number, to: number) => {
    parts.push(source.slice(kept, from))
    kept = to
  }
  const visit = (node: ts.Node): void => {
    if (isMeta(node)) {
      visit(node.expression.expression)
      leaveOut(node.expression.expression.end, node.end)
    } else if (isDescription(node)) leaveOut(node.initializer.pos, node.end)
    else ts.forEachChild(node, visit)
    if (isDescription(node)) parts.push("''")
  }
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true))
  return [...parts, source.slice(kept)].join('')
}

function isMeta(node: ts.Node): node is ts.CallExpression & { readonly expression: ts.PropertyAccessExpression } {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  return node.expression.name.text === 'meta' && node.arguments.length === 1
}

/** Tells whether it is the summary or the description of an operation: of an object that says how HTTP reaches it. */
function isDescription(node: ts.Node): node is ts.PropertyAssignment {
  if (!ts.isPropertyAssignment(node) || !['summary', 'description'].includes(node.name.getText())) return false
  return (
    ts.isObjectLiteralExpression(node.parent) && node.parent.properties.some((one) => one.name?.getText() === 'http')
  )
}
