import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import ts from 'typescript'

/** A Buffer for browsers, in the expression that takes Node's where there is one. */
const bufferForBrowsers = /(?<=\?\s*globalThis\.Buffer\s*:\s*)\w+\(\)\.Buffer\b/

/**
 * Leaves out of Neon's driver, and of Netlify's package, what the exports that we import do not need. The
 * bundler keeps all of what `import()` asks for. Of the driver it would keep most anyway: it is one file, and
 * nothing tells that a class which extends what another part gives, changes nothing before it is used.
 */
export const onlyNamed: Plugin = {
  name: 'only-named',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/@neondatabase\/serverless\/index\.mjs$/ }, async ({ path }) => ({
      contents: leanDriver(await readFile(path, 'utf8')),
    }))
    onLoad({ filter: /\/@netlify\/functions\/dist\/main\.js$/ }, async ({ path }) => ({
      contents: leanNetlify(await readFile(path, 'utf8')),
    }))
  },
}

/** Returns Neon's driver with what queries over HTTP need, in Node. */
export function leanDriver(source: string): string {
  return keepNamed(source.replace(bufferForBrowsers, 'undefined'), ['neon', 'neonConfig'])
}

/** Returns Netlify's package with what purges the CDN. */
export function leanNetlify(source: string): string {
  return keepNamed(source, ['purgeCache'])
}

/** A declaration or another statement at the top of a module. */
type Part = {
  readonly text: string
  readonly declared: readonly string[]
  readonly mentioned: readonly string[]
  /** What it mentions when it runs, not only in functions that may be called later. */
  readonly mentionedAtOnce: readonly string[]
}

/**
 * Returns the module with these exports alone, and with what they mention, directly or through others. A
 * statement that declares nothing is kept once all is that it mentions when it runs.
 *
 * @throws when the module has no such export
 */
export function keepNamed(source: string, asked: readonly string[]): string {
  const { statements } = ts.createSourceFile('source.js', source, ts.ScriptTarget.Latest, true)
  const names = exportedNames(statements)
  const given = asked.map((name) => {
    const local = names.get(name)
    if (local === undefined) throw new Error(`the package no longer exports ${name}: netlify/local/pack/only-named.ts`)
    return { name, local }
  })
  const kept = reachable(
    statements.flatMap(partsOf),
    given.map(({ local }) => local),
  )
  return [...kept.map(({ text }) => text), ...given.map(({ name, local }) => `export { ${local} as ${name} };`)].join(
    '\n',
  )
}

function exportedNames(statements: readonly ts.Statement[]): ReadonlyMap<string, string> {
  const clauses = statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements
      : [],
  )
  return new Map(clauses.map(({ name, propertyName }) => [name.text, (propertyName ?? name).text]))
}

/** Returns the parts that these names reach, in their order. */
function reachable(parts: readonly Part[], names: readonly string[]): Part[] {
  const declaring = new Map(parts.flatMap((part) => part.declared.map((name) => [name, part] as const)))
  const kept = new Set<Part>()
  const keep = (part: Part | undefined): void => {
    if (!part || kept.has(part)) return
    kept.add(part)
    for (const name of part.mentioned) keep(declaring.get(name))
  }
  const isKept = (name: string) => {
    const part = declaring.get(name)
    return !part || kept.has(part)
  }
  for (const name of names) keep(declaring.get(name))
  for (let before = -1; before < kept.size; ) {
    before = kept.size
    for (const part of parts) if (part.declared.length === 0 && part.mentionedAtOnce.every(isKept)) keep(part)
  }
  return parts.filter((part) => kept.has(part))
}

function partsOf(statement: ts.Statement): Part[] {
  if (ts.isExportDeclaration(statement)) return []
  if (!ts.isVariableStatement(statement)) return [partOf(statement, statement.getText())]
  const { declarations } = statement.declarationList
  // what is declared without a value gets it from what stands beside it
  if (declarations.some(({ initializer }) => !initializer)) return [partOf(statement, statement.getText())]
  const [keyword = 'var'] = statement.getText().split(/\W/, 1)
  return declarations.map((declaration) => partOf(declaration, `${keyword} ${declaration.getText()};`))
}

function partOf(node: ts.Node, text: string): Part {
  return {
    text,
    declared: declaredBy(node),
    mentioned: namesIn(node),
    mentionedAtOnce: namesIn(node, ts.isFunctionLike),
  }
}

function declaredBy(node: ts.Node): string[] {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap(declaredBy)
  const name =
    ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)
      ? node.name
      : undefined
  return name ? namesIn(name) : []
}

/** Lists the identifiers of a node that are no names of properties, without those of nodes that are left out. */
function namesIn(node: ts.Node, leftOut: (node: ts.Node) => boolean = () => false): string[] {
  const names: string[] = []
  const visit = (inner: ts.Node): void => {
    if (leftOut(inner)) return
    if (ts.isIdentifier(inner)) names.push(inner.text)
    if (ts.isPropertyAccessExpression(inner)) visit(inner.expression)
    else if (ts.isPropertyAssignment(inner) && ts.isIdentifier(inner.name)) visit(inner.initializer)
    else ts.forEachChild(inner, visit)
  }
  visit(node)
  return names
}
