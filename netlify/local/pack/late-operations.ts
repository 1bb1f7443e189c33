import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import type { Operation } from '#orchestration/contract.js'

/** The modules whose lists of operations need much that a single request does not. */
const lists =
  /\/core\/orchestration\/(athlete-operations|progression-operations|library\/operations|sessions\/operations)\.ts$/

/**
 * Has a function load an operation when a request first leads to its address, with only what that needs:
 * an `import()` stands in the place of each import of such a list. Loaded at once, the operations below
 * `/me` are two thirds of their function.
 */
export const lateOperations: Plugin = {
  name: 'late-operations',
  setup: ({ onLoad }) => {
    onLoad({ filter: lists }, async ({ path }) => ({ contents: await lateLists(path), resolveDir: dirname(path) }))
  },
}

/** Writes the module of such lists: the same exports, of late operations. */
async function lateLists(path: string): Promise<string> {
  const source = await readFile(path, 'utf8')
  const imports = [...source.matchAll(/^import \{ (\w+) \} from '(.+)'$/gm)]
  const late = new Map<string, string>()
  for (const [, name = '', from = ''] of imports) late.set(name, await lateOf(path, name, from))
  const written = [...source.matchAll(/^export const (\w+): readonly Operation\[\] = \[([^\]]*)\]$/gm)]
  return written.map(([, list, members = '']) => `export const ${list} = [${membersOf(members, late)}]`).join('\n')
}

/** Writes what an expression of names, some of them spread, lists. */
function membersOf(members: string, late: ReadonlyMap<string, string>): string {
  return [...members.matchAll(/\w+/g)].map(([name]) => late.get(name) ?? `...${name}`).join(',\n')
}

/** Writes the operations that a module exports by one name, alone or in a list. */
async function lateOf(path: string, name: string, from: string): Promise<string> {
  const module: Record<string, Operation | readonly Operation[]> = await import(moduleUrl(path, from))
  const late = [module[name] ?? []].flat().map(({ http: { method, path: address } }, index) => {
    const http = JSON.stringify({ method, path: address })
    return `{ http: ${http}, load: async () => [(await import('${from}')).${name}].flat()[${index}] }`
  })
  return late.join(',\n')
}

function moduleUrl(path: string, from: string): string {
  return from.startsWith('.') ? new URL(from, pathToFileURL(path)).href : from
}
