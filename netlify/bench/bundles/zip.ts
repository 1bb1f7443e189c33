import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'

const projectFolder = join(import.meta.dirname, '../../..')

/** The folder of the shims, as it is in the repository. */
export const shimsFolder = join(projectFolder, 'netlify/functions')

/** A function as `netlify build` makes it. */
export type ZippedFunction = {
  readonly name: string
  /** The path of the archive, or of the unpacked folder. */
  readonly path: string
  /** When and for which paths the platform runs it. */
  readonly called: Called
}

export type Called = {
  readonly schedule: string | undefined
  readonly routes: readonly unknown[]
  readonly excludedRoutes: readonly unknown[]
  readonly runtimeAPIVersion: number
  readonly invocationMode: string | undefined
}

export type Archive = 'zip' | 'none'

type ZipFunctions = typeof import('@netlify/zip-it-and-ship-it')['zipFunctions']

/**
 * Zips the functions of a folder as `netlify build` does, without network; `none` leaves them
 * unpacked. Returns them in the order of their names.
 */
export async function zipFunctions(folder: string, destination: string, archive: Archive): Promise<ZippedFunction[]> {
  const zip = await bundler()
  const zipped = await zip(folder, destination, {
    archiveFormat: archive,
    basePath: projectFolder,
    config: { '*': { nodeVersion: '24' } },
  })
  return zipped
    .map(({ name, path, schedule, routes = [], excludedRoutes = [], runtimeAPIVersion, invocationMode }) => ({
      name,
      path,
      called: { schedule, routes, excludedRoutes, runtimeAPIVersion: runtimeAPIVersion ?? 1, invocationMode },
    }))
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

/** A file in an archive. */
export type ZippedFile = { readonly name: string; readonly zippedBytes: number; readonly bytes: number }

/**
 * Lists what of an archive is ours. Netlify adds files of its own to every function, whatever is in it:
 * its bootstrap and its telemetry, about 340 kB.
 */
export function ownFiles(archive: string): ZippedFile[] {
  const files: ZippedFile[] = []
  unzipSync(readFileSync(archive), {
    filter: ({ name, size, originalSize }) => {
      files.push({ name, zippedBytes: size, bytes: originalSize })
      return false
    },
  })
  return files.filter(({ name }) => !name.startsWith('___netlify-'))
}
