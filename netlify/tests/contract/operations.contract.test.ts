import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'

const folder = join(import.meta.dirname, '../../functions/core/orchestration')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .filter((name) => /^export const \w+ = (query|command|download)\(/m.test(readFileSync(join(folder, name), 'utf8')))

const Declared = z.looseObject({
  id: z.string(),
  kind: z.enum(['query', 'command']),
  http: z.object({ path: z.string() }),
})

/** Returns the ids of the operations that a file exports. */
async function idsIn(file: string): Promise<string[]> {
  const exported: Record<string, unknown> = await import(join(folder, file))
  return Object.values(exported).flatMap((value) => {
    const declared = Declared.safeParse(value)
    return declared.success ? [declared.data.id] : []
  })
}

const idsByFile = new Map(await Promise.all(files.map(async (file) => [file, await idsIn(file)] as const)))

test('every operation file stands in the list of operations', () => {
  const listed = new Set(servedOperations.map(({ id }) => id))
  const missing = [...idsByFile].filter(([, ids]) => ids.some((id) => !listed.has(id))).map(([file]) => file)
  expect(missing).toEqual([])
  expect(idsByFile.size).toBeGreaterThan(30)
})

test('an operation file declares one operation, and its name is a verb and a noun', () => {
  for (const [file, ids] of idsByFile) {
    expect(ids, file).toHaveLength(1)
    expect(file).toMatch(/^[a-z-]+\/[a-z]+(-[a-z]+)+\.ts$/)
  }
})

test('operation ids and routes are unique', () => {
  const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index)
  expect(repeated(servedOperations.map(({ id }) => id))).toEqual([])
  // two paths that differ only in what they call a parameter are one route
  expect(
    repeated(servedOperations.map(({ http }) => `${http.method} ${http.path.replaceAll(/\{\w+\}/g, '{}')}`)),
  ).toEqual([])
})

describe.each(servedOperations.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  test('declares the parameters of its path, and no others', () => {
    const inPath = [...operation.http.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(operation.input.params?.shape ?? {}).sort()).toEqual(inPath.sort())
  })

  test('refuses unknown fields and parameters', () => {
    for (const [part, schema] of Object.entries(operation.input)) {
      const parsed = schema?.safeParse({ ...exampleOf(schema), 'no-field-of-ours': 1 })
      const codes = parsed?.error?.issues.map(({ code }) => code) ?? []
      expect(codes, `${part} takes unknown fields`).toContain('unrecognized_keys')
    }
  })

  test('fits its HTTP method', () => expect(faultsOfShape(operation)).toEqual([]))
})

function exampleOf(schema: z.ZodType): object {
  const example = schema.meta()?.example
  return typeof example === 'object' && example !== null ? example : {}
}

/**
 * Names what does not fit together: reading changes nothing, what is created has a place, what is
 * deleted has no body.
 */
function faultsOfShape(operation: Operation): string[] {
  const { kind, http, input, output, produces, location, access, toleratesLag = false } = operation
  const rules: readonly (readonly [boolean, string])[] = [
    [(http.method === 'GET') === (kind === 'query'), 'queries are read by GET, and nothing else is'],
    [kind === 'command' || input.body === undefined, 'queries take no body'],
    [http.method !== 'DELETE' || input.body === undefined, 'DELETE takes no body'],
    [!['PUT', 'PATCH'].includes(http.method) || input.body !== undefined, 'PUT and PATCH take a body'],
    [(http.status === 204) === (output === null && produces === undefined), '204 is what has no output'],
    [http.status === 201 || location === undefined, 'only what was created is said where it is'],
    [kind === 'query' || access !== 'public', 'changes are made by somebody'],
    [!toleratesLag || kind === 'query', 'changes rest on what is so now'],
    [!toleratesLag || !hasVersion(output), 'what a change may name by its version does not lag'],
    [/^(\/|(\/([a-z.-]+|\{\w+\}))+)$/.test(http.path), 'paths are lower case and kebab'],
  ]
  return rules.filter(([holds]) => !holds).map(([, rule]) => rule)
}

function hasVersion(output: z.ZodType | null): boolean {
  return output instanceof z.ZodObject && 'version' in output.shape
}
