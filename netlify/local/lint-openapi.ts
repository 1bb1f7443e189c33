import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApiDocument } from '#http/openapi/document.js'
import { documentedOperations } from '#http/openapi/operations.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { acceptedChanges } from './openapi-changes/accepted-changes.js'
import { breakingChanges } from './openapi-changes/breaking-changes.js'
import { readReleased, release } from './openapi-changes/released-document.js'

const usage = 'npm run lint:openapi [-- --release]'
const root = join(import.meta.dirname, '../..')

type Linter = { readonly name: string; readonly args: (file: string) => readonly string[] }

/** The linters. With both, warnings count as much as errors. */
const linters: readonly Linter[] = [
  { name: 'spectral', args: (file) => ['lint', '--ruleset', '.ci/spectral.yaml', '--fail-severity', 'hint', file] },
  { name: 'redocly', args: (file) => ['lint', '--config', '.ci/redocly.yaml', file] },
]

/**
 * Runs both linters on the document, and compares it with the released one; returns how many of the
 * three object.
 */
function lint(document: object): number {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-openapi-'))
  const file = join(folder, 'openapi.json')
  try {
    writeFileSync(file, JSON.stringify(document, null, 2))
    const objecting = linters.filter((linter) => !isClean(linter, file)).length
    return objecting + (breaksNobody(document) ? 0 : 1)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function breaksNobody(document: object): boolean {
  const found = breakingChanges(readReleased(), document)
  const stale = Object.keys(acceptedChanges).filter((change) => !found.includes(change))
  const changes = [
    ...found.filter((change) => !(change in acceptedChanges)),
    ...stale.map((one) => `accepted, and is no change: ${one}`),
  ]
  for (const change of changes) console.error(mark.wrong(change))
  if (changes.length === 0) console.log(mark.done('compatible with docs/openapi.released.json'))
  else console.error(`${changes.length} changes break callers of the released document: undo them, or ${usage}`)
  return changes.length === 0
}

function isClean({ name, args }: Linter, file: string): boolean {
  const { status, stdout, stderr, error } = spawnSync(join(root, 'node_modules/.bin', name), args(file), {
    cwd: root,
    encoding: 'utf8',
    // without it, redocly would look for a newer version of itself on the network
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  })
  if (error) throw error
  if (status === 0) console.log(mark.done(name))
  else console.error(`${mark.wrong(name)}\n${stdout}${stderr}`)
  return status === 0
}

/**
 * `npm run lint:openapi` exits with 1 when something objects. With `--release` it makes the
 * document the released one instead.
 */
await runCommand(import.meta.url, async () => {
  const { values } = optionsOf({ release: { type: 'boolean' } }, usage)
  const document = openApiDocument(documentedOperations())
  if (!values.release) return lint(document) === 0 ? exitCodes.ok : exitCodes.found
  release(document)
  console.log(mark.done('docs/openapi.released.json written'))
  return exitCodes.ok
})
