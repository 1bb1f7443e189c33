import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { openApiDocument } from '#http/openapi/document.js'
import { documentedOperations } from '#http/openapi/operations.js'
import { filesBelow } from '#tests/faults/support/optional-package.js'

/**
 * A regular expression and where it stands; the source is null where it is put together when the
 * program runs.
 */
export type Found = { readonly place: string; readonly source: string | null; readonly flags: string }

const functions = join(import.meta.dirname, '../../../../functions')

/** Every literal and every `RegExp` of the product's sources, tests aside. */
export function expressionsInSources(): Found[] {
  const names = [...filesBelow(functions, '.ts').keys()].filter((name) => !name.endsWith('.test.ts'))
  return names.flatMap((name) =>
    expressionsIn(relative(functions, join(functions, name)), readFileSync(join(functions, name), 'utf8')),
  )
}

/** Every literal and every `RegExp` of one source. */
export function expressionsIn(name: string, text: string): Found[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest)
  const found: Found[] = []
  const visit = (node: ts.Node): void => {
    const expression = expressionOf(node)
    if (expression) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      found.push({ place: `${name}:${line + 1}`, ...expression })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function expressionOf(node: ts.Node): Omit<Found, 'place'> | null {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/')
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) }
  }
  const made = ts.isNewExpression(node) || ts.isCallExpression(node)
  if (!made || !ts.isIdentifier(node.expression) || node.expression.text !== 'RegExp') return null
  const [pattern, flags] = node.arguments ?? []
  const known = [pattern, flags].every((argument) => !argument || ts.isStringLiteralLike(argument))
  // a literal that is handed over is found by itself
  if (pattern && ts.isRegularExpressionLiteral(pattern)) return null
  if (!known || !pattern || !ts.isStringLiteralLike(pattern)) return { source: null, flags: '' }
  return { source: pattern.text, flags: flags && ts.isStringLiteralLike(flags) ? flags.text : '' }
}

/** Every `pattern` of the OpenAPI document: what zod checks texts by, its own patterns included. */
export function expressionsInDocument(): Found[] {
  const found: Found[] = []
  JSON.stringify(openApiDocument(documentedOperations()), (key, value) => {
    if (key === 'pattern' && typeof value === 'string') found.push({ place: 'OpenAPI', source: value, flags: 'u' })
    return value
  })
  return found
}
