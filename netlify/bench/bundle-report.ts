import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { textTable } from '#infrastructure/command-line/text-table.js'
import { type Measured, measure } from './bundles/measure.js'
import { packFunctions } from './bundles/pack.js'

const page = join(import.meta.dirname, '../../docs/bundles.md')
const header = ['function', 'zipped', 'files', 'load', 'heaviest packages, unpacked']

/** Packs and measures every function, prints the table, and writes it into docs/bundles.md. */
async function report(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-bundles-'))
  try {
    console.log('packing every function as `netlify build` does')
    const zipped = await packFunctions(join(folder, 'zipped'), 'zip')
    const unpacked = await packFunctions(join(folder, 'unpacked'), 'none')
    const rows = zipped.flatMap((archive) => {
      const copy = unpacked.find(({ name }) => name === archive.name)
      return copy ? [rowOf(measure(archive, copy))] : []
    })
    console.log(textTable(header, rows).join('\n'))
    writeFileSync(page, pageOf(rows))
    console.log(`✓ ${rows.length} functions measured; written to docs/bundles.md`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function rowOf({ name, zippedBytes, files, loadMs, heaviest }: Measured): string[] {
  return [name, `${Math.round(zippedBytes / 1000)} kB`, `${files}`, `${Math.round(loadMs)} ms`, heaviest.join(', ')]
}

function pageOf(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const machine = `Node ${process.version} on ${cpus().length} cores of ${cpus()[0]?.model ?? 'an unknown processor'}`
  return `# What each function weighs

Written by \`npm run bench:bundles\`. Every function is packed by the bundler that \`netlify build\` uses; the time is that of
importing it in a fresh process, the median of five (${machine.trim()}). A cold start pays it once, \`netlify dev\` with every request.

${[line(header), line(['---', '--:', '--:', '--:', '---']), ...rows.map(line)].join('\n')}

Netlify bundles our own code into one file per function and traces dependencies file by file, whatever \`node_bundler\` says. So:

- **zod** comes with its messages in all languages: 2.3 MB unpacked, and about 45 ms of every function's load.
- **auth** alone carries Better Auth and its query builder (kysely); a test holds the others free of both. Most of its files are
  \`package.json\` files of other packages: Better Auth's telemetry, which is off, could read them, so the tracing takes them along.
- **Drivers** are loaded when they are needed: only one of pg and Neon's is; the Redis client where \`REDIS_URL\` is set; OpenTelemetry where a
  collector is.
`
}

await report()
