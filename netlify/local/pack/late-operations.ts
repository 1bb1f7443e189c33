import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import type { Operation } from '#orchestration/contract.js'

/** The lists of operations that are too much to be loaded at once. */
const lists = /\/core\/orchestration\/(athlete-operations|sessions\/operations)\.ts$/

/**
 * Has large functions load an operation when a request first leads to its address, and only what it
 * needs: in the place of each import of such a list stands an `import()`.
 */
export const lateOperations: Plugin = {
  name: 'late-operations',
  setup: ({ onLoad }) => {
    onLoad({ filter: lists }, async ({ path }) => ({ contents: await lateList(path), resolveDir: dirname(path) }))
  },
}

/** Writes the module of a list: the same export, with late operations. */
async function lateList(path: string): Promise<string> {
  const source = await readFile(path, 'utf8')
  const [, name] = /export const (\w+): readonly Operation\[\]/.exec(source) ?? []
  if (name === undefined) throw new Error(`${path} has no list of operations`)
  const imports = [...source.matchAll(/^import \{ (\w+) \} from '(.+)'$/gm)]
  const late = await Promise.all(imports.map(([, imported = '', from = '']) => lateOf(path, imported, from)))
  return `export const ${name} = [${late.flat().join(',')}]`
}

/** Writes the operations that a module exports by one name: alone, or in a list. */
async function lateOf(path: string, name: string, from: string): Promise<string[]> {
  const module: Record<string, Operation | readonly Operation[]> = await import(moduleUrl(path, from))
  const exported = module[name]
  return [exported ?? []].flat().map(({ http: { method, path: address } }, index) => {
    const http = JSON.stringify({ method, path: address })
    return `{ http: ${http}, load: async () => [(await import('${from}')).${name}].flat()[${index}] }`
  })
}

function moduleUrl(path: string, from: string): string {
  return from.startsWith('.') ? new URL(from, pathToFileURL(path)).href : from
}
