import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApiDocument } from '../functions/core/orchestration/openapi/document.js'
import { documentedEndpoints } from '../functions/core/orchestration/operations.js'

const root = join(import.meta.dirname, '../..')

type Linter = { readonly name: string; readonly args: (file: string) => readonly string[] }

/** Warnings count as much as errors with both. */
const linters: readonly Linter[] = [
  { name: 'spectral', args: (file) => ['lint', '--ruleset', '.ci/spectral.yaml', '--fail-severity', 'hint', file] },
  { name: 'redocly', args: (file) => ['lint', '--config', '.ci/redocly.yaml', file] },
]

/** `npm run lint:openapi`: writes the OpenAPI document down and lets both linters read it; 1 when one of them objects. */
function lint(): number {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-openapi-'))
  const file = join(folder, 'openapi.json')
  try {
    writeFileSync(file, JSON.stringify(openApiDocument(documentedEndpoints()), null, 2))
    return linters.filter((linter) => !isClean(linter, file)).length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function isClean({ name, args }: Linter, file: string): boolean {
  const { status, stdout, stderr, error } = spawnSync(join(root, 'node_modules/.bin', name), args(file), {
    cwd: root,
    encoding: 'utf8',
    // it would otherwise ask the network for a newer version of itself
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  })
  if (error) throw error
  if (status === 0) console.log(`✓ ${name}`)
  else console.error(`✗ ${name}\n${stdout}${stderr}`)
  return status === 0
}

process.exitCode = lint()
