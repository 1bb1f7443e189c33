import { join, relative } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'

const projectFolder = join(import.meta.dirname, '../../..')

/** Packages of CommonJS ask for modules of Node by `require`, which a module does not have. */
const requireOfNode = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`

const options = {
  bundle: true,
  minify: true,
  // what import() asks for becomes a file of its own, which is read when it is asked for
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outExtension: { '.js': '.mjs' },
  banner: { js: requireOfNode },
  absWorkingDir: projectFolder,
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions

/** The modules in a bundle, relative to the project. */
export type Inputs = {
  readonly inputs: readonly string[]
  readonly inputsAtOnce: readonly string[]
}

/** Bundles a shim with all that it needs: `bundle.mjs` in the folder, and the files that it may load later. */
export async function bundleShim(shim: string, folder: string): Promise<Inputs> {
  const { metafile } = await build({ ...options, entryPoints: { bundle: shim }, outdir: folder })
  return inputsOf(metafile, relative(projectFolder, join(folder, 'bundle.mjs')))
}

function inputsOf({ outputs }: Metafile, bundle: string): Inputs {
  const inputsIn = (files: Iterable<string>) => [...files].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}))
  return {
    inputs: inputsIn(Object.keys(outputs)).sort(),
    inputsAtOnce: inputsIn(importedAtOnce(outputs, bundle)).sort(),
  }
}

/** Follows the imports that are no `import()`. */
function importedAtOnce(outputs: Metafile['outputs'], from: string, found = new Set<string>()): Set<string> {
  if (found.has(from)) return found
  found.add(from)
  for (const { path, kind } of outputs[from]?.imports ?? [])
    if (kind === 'import-statement') importedAtOnce(outputs, path, found)
  return found
}
