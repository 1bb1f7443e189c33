import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Config } from '@netlify/functions'
import { bundleShim } from './bundle-shim.js'
import { writeEntry } from './entry.js'

const shimsFolder = join(import.meta.dirname, '../../functions')

/** Where `npm run pack` puts the functions, and `netlify build` finds them. */
export const packedFolder = join(import.meta.dirname, '../../.packed')

/** A function as it is deployed: a folder of its own, which needs nothing outside of it. */
export type PackedFunction = {
  readonly name: string
  /** Its paths, or its schedule. */
  readonly config: Config
  readonly folder: string
  /** The path of the file to import; its default export is the function. */
  readonly entry: string
  /** Every module that went into it, relative to the project. */
  readonly inputs: readonly string[]
  /** Those of them that its import runs; the others are loaded when they are needed. */
  readonly inputsAtOnce: readonly string[]
  /** What it imports that is not in its folder. */
  readonly outside: readonly string[]
}

/**
 * Packs every shim of `netlify/functions` into a folder of its own within `folder`, which is made
 * anew. Returns them in the order of their names.
 */
export async function packFunctions(folder: string = packedFolder): Promise<PackedFunction[]> {
  await rm(folder, { recursive: true, force: true })
  return Promise.all((await shims()).map((shim) => packShim(shim, join(folder, basename(shim, '.ts')))))
}

async function shims(): Promise<string[]> {
  const files = await readdir(shimsFolder)
  return files.filter((file) => file.endsWith('.ts')).sort()
}

async function packShim(shim: string, folder: string): Promise<PackedFunction> {
  const name = basename(shim, '.ts')
  const source = join(shimsFolder, shim)
  const { config }: { config: Config } = await import(source)
  const inputs = await bundleShim(source, folder)
  return { name, config, folder, entry: await writeEntry(folder, name, config), ...inputs }
}
