import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textTable } from '#infrastructure/command-line/text-table.js'
import { type PackedFunction, packFunctions } from '#local/pack/pack-functions.js'
import { type Import, measureLoads } from './bundles/measure.js'
import { cellsOf, header, pageOf, type Row } from './bundles/page.js'
import { ownFiles, shimsFolder, zipFunctions } from './bundles/zip.js'

const page = join(import.meta.dirname, '../../docs/bundles.md')
const rounds = 9

/**
 * Packs every function, and has Netlify's bundler trace the sources as well; measures both, prints the
 * table, and writes it into docs/bundles.md.
 */
async function report(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-bundles-'))
  try {
    console.log('packing every function, and tracing every function as `netlify build` alone would')
    const packed = await packFunctions(join(folder, 'packed'))
    const zipped = await zipFunctions(join(folder, 'packed'), join(folder, 'packed-zipped'), 'zip')
    const tracedZipped = await zipFunctions(shimsFolder, join(folder, 'traced-zipped'), 'zip')
    await zipFunctions(shimsFolder, join(folder, 'traced'), 'none')
    console.log(`loading each in ${2 * rounds} fresh processes`)
    const after = loadsOf(packed, ({ entry }) => entry)
    const before = loadsOf(packed, ({ name }) => join(folder, 'traced', name, 'netlify/functions', `${name}.mjs`))
    const loads = measureLoads([...after, ...before], rounds)
    const rows = packed.map(
      ({ name }, index): Row => ({
        name,
        before: { ...weightOf(tracedZipped, name), ...loadAt(loads, index + packed.length) },
        after: { ...weightOf(zipped, name), ...loadAt(loads, index) },
      }),
    )
    console.log(textTable(header, rows.map(cellsOf)).join('\n'))
    writeFileSync(page, pageOf(rows, rounds))
    console.log(`✓ ${rows.length} functions measured; written to docs/bundles.md`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function loadsOf(packed: readonly PackedFunction[], fileOf: (one: PackedFunction) => string): Import[] {
  return packed.map((one) => ({ file: fileOf(one), asks: firstPath(one) }))
}

/** What the functions are asked for whose first address says little of them. */
const asked: Readonly<Record<string, string>> = { auth: '/api/v1/auth/jwks', me: '/api/v1/me/next-workout' }

/** An address that the function serves; null where the clock calls it. */
function firstPath({ name, config }: PackedFunction): string | null {
  const [path] = [('path' in config ? config.path : undefined) ?? []].flat()
  return asked[name] ?? path ?? null
}

function weightOf(zipped: readonly { readonly name: string; readonly path: string }[], name: string) {
  const files = ownFiles(zipped.find((one) => one.name === name)?.path ?? '')
  return { files: files.length, zippedBytes: files.reduce((sum, { zippedBytes }) => sum + zippedBytes, 0) }
}

function loadAt<Loads>(loads: readonly Loads[], index: number): Loads {
  const found = loads[index]
  if (!found) throw new Error(`nothing was measured at ${index}`)
  return found
}

await report()
