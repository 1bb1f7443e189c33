import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const projectFolder = join(import.meta.dirname, '../../..')

/** A function packed as by `netlify build`. */
export type PackedFunction = {
  readonly name: string
  /** The path of the archive, or of the unpacked folder. */
  readonly path: string
  /** Every file of the project and its dependencies that went into it, relative to the project. */
  readonly inputs: readonly string[]
}

export type Archive = 'zip' | 'none'

type ZipFunctions = typeof import('@netlify/zip-it-and-ship-it')['zipFunctions']

/**
 * Packs every function with the bundler of `netlify build`, without network; `none` leaves them
 * unpacked.
 */
export async function packFunctions(destination: string, archiveFormat: Archive): Promise<PackedFunction[]> {
  const zipFunctions = await bundler()
  const packed = await zipFunctions(join(projectFolder, 'netlify/functions'), destination, {
    archiveFormat,
    basePath: projectFolder,
    config: { '*': { nodeVersion: '24' } },
  })
  return packed
    .map(({ name, path, inputs = [] }) => ({ name, path, inputs: inputs.map(relative) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Loads the bundler. It is a dependency of netlify-cli, so it is resolved from there. */
async function bundler(): Promise<ZipFunctions> {
  const cli = createRequire(createRequire(import.meta.url).resolve('netlify-cli/package.json'))
  const module: { zipFunctions: ZipFunctions } = await import(
    pathToFileURL(cli.resolve('@netlify/zip-it-and-ship-it')).href
  )
  return module.zipFunctions
}

function relative(path: string): string {
  return path.startsWith(projectFolder) ? path.slice(projectFolder.length + 1) : path
}
