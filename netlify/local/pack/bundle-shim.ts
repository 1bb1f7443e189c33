import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { type BuildOptions, build, type Metafile, type OutputFile, type Plugin } from 'esbuild'
import { lateOperations } from './late-operations.js'
import { latePackages } from './late-packages.js'
import { leanPackages } from './lean-packages.js'
import { onlyNamed } from './only-named.js'
import { withoutDescriptions } from './without-descriptions.js'
import { writtenDocument } from './written-document.js'

const projectFolder = join(import.meta.dirname, '../../..')

/** Packages of CommonJS ask for modules of Node by `require`, which a module does not have. */
const requireOfNode = `import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);`

const options = {
  bundle: true,
  minify: true,
  // what import() asks for becomes a file of its own, which is read when it is asked for
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outExtension: { '.js': '.mjs' },
  write: false,
  absWorkingDir: projectFolder,
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions

/** The modules in a bundle, relative to the project. */
export type Inputs = {
  readonly inputs: readonly string[]
  readonly inputsAtOnce: readonly string[]
  readonly outside: readonly string[]
}

/** Bundles a shim with all that it needs: `bundle.mjs` in the folder, and the files that it may load later. */
export async function bundleShim(shim: string, folder: string): Promise<Inputs> {
  const { metafile, outputFiles } = await build({
    ...options,
    plugins: pluginsFor(shim),
    entryPoints: { bundle: shim },
    outdir: folder,
  })
  await mkdir(folder, { recursive: true })
  await Promise.all(outputFiles.map((file) => writeFile(file.path, contentsOf(file))))
  return inputsOf(metafile, relative(projectFolder, join(folder, 'bundle.mjs')))
}

/** Gives `require` to the files that ask for it: of the 95 of `me`, three. */
function contentsOf({ path, contents, text }: OutputFile): string | Uint8Array {
  return path.endsWith('.mjs') && /\brequire\b/.test(text) ? requireOfNode + text : contents
}

/** Lists what changes files on their way into the bundle; the first that knows a file decides what it is. */
function pluginsFor(shim: string): Plugin[] {
  const always = [lateOperations, latePackages, withoutDescriptions, leanPackages, onlyNamed]
  return basename(shim) === 'openapi.ts' ? [writtenDocument(), ...always] : always
}

function inputsOf({ outputs }: Metafile, bundle: string): Inputs {
  const inputsIn = (files: Iterable<string>) => [...files].flatMap((file) => inputsWithCode(outputs[file])).sort()
  return {
    inputs: inputsIn(Object.keys(outputs)),
    inputsAtOnce: inputsIn(importedAtOnce(outputs, bundle)),
    outside: outsideOf(outputs),
  }
}

/** Lists the modules of which something is left in a file. */
function inputsWithCode(output: Metafile['outputs'][string] | undefined): string[] {
  return Object.entries(output?.inputs ?? {}).flatMap(([input, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [input] : [],
  )
}

/** Lists what the files import that is not bundled. */
function outsideOf(outputs: Metafile['outputs']): string[] {
  const imports = Object.values(outputs).flatMap((output) => output.imports)
  return [...new Set(imports.flatMap(({ path, external }) => (external ? [path] : [])))].sort()
}

/** Follows the imports that are no `import()`. */
function importedAtOnce(outputs: Metafile['outputs'], from: string, found = new Set<string>()): Set<string> {
  if (found.has(from)) return found
  found.add(from)
  for (const { path, kind } of outputs[from]?.imports ?? [])
    if (kind === 'import-statement') importedAtOnce(outputs, path, found)
  return found
}
