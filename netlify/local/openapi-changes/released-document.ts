import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The document of the last release, which `npm run lint:openapi` compares with. */
const released = join(import.meta.dirname, '../../../docs/openapi.released.json')

/** The fields that people read; a change of them breaks no caller. */
const prose: ReadonlySet<string> = new Set(['description', 'summary', 'example', 'examples', 'title', 'tags'])

export function readReleased(): object {
  return JSON.parse(readFileSync(released, 'utf8'))
}

/**
 * Makes this the released document, without its prose and without its refusals, which all have one
 * shape.
 */
export function release({ components, ...document }: { components?: object }): void {
  const { responses: _, headers: __, ...compared } = { responses: {}, headers: {}, ...components }
  writeFileSync(released, `${JSON.stringify(withoutProse({ ...document, components: compared }), null, 1)}\n`)
}

/**
 * Removes the prose, but keeps the properties of schemas, even one that is called `description`.
 */
function withoutProse(node: unknown, isNames = false): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item))
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(([key]) => isNames || !prose.has(key))
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutProse(value, key === 'properties')]))
}
