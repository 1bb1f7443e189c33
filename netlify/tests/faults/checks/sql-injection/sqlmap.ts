import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { NotRun } from '#tests/faults/fault-check.js'
import type { FaultContext } from '#tests/faults/support/context.js'

/** An HTTP request as text, with a `*` behind everything that is to be attacked. */
export type SqlmapTarget = { readonly name: string; readonly request: string }

export type SqlmapFinding = {
  /** What sqlmap could inject into; empty where it could nowhere. */
  readonly injectable: readonly string[]
  /** Answers of 5xx that it got, such as `500 (Internal Server Error) - 3 times`. */
  readonly serverErrors: readonly string[]
  readonly output: string
}

export type Sqlmap = (target: SqlmapTarget) => Promise<SqlmapFinding>

// what the answer shows, what it hides but an error or a pause tells, and statements stacked on the
// first
const techniques = 'BEUST'
const msMax = 240_000

/** Throws NotRun where the command is missing. */
export function openSqlmap(context: FaultContext): Sqlmap {
  if (spawnSync('sqlmap', ['--version']).error)
    throw new NotRun('the command sqlmap is missing (Debian: apt install sqlmap)')
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-sqlmap-'))
  context.onEnd(async () => rmSync(folder, { recursive: true, force: true }))
  // Python reads this module before any other: the same seed sends the same requests
  writeFileSync(join(folder, 'sitecustomize.py'), `import random\nrandom.seed(${context.seed})\n`)
  return async (target) => readFinding(target, await output(folder, target))
}

async function output(folder: string, { name, request }: SqlmapTarget): Promise<string> {
  const own = mkdtempSync(join(folder, 'target-'))
  const file = join(own, 'request.txt')
  writeFileSync(file, request)
  const options = [
    ...['--batch', '--ignore-stdin', '--disable-coloring', '-v', '1', '--flush-session', '--keep-alive'],
    // who was erased is no longer known, and what was deleted no longer there
    '--ignore-code=401,404',
    ...['--dbms=PostgreSQL', `--technique=${techniques}`, '--level=1', '--risk=1', '--time-sec=2', '--retries=1'],
    ...['-r', file, `--output-dir=${own}`],
  ]
  const child = spawn('sqlmap', options, {
    env: { PATH: process.env.PATH, HOME: own, PYTHONPATH: folder, PYTHONHASHSEED: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: msMax,
  })
  const [said] = await Promise.all([text(child.stdout), new Promise((resolve) => child.once('exit', resolve))])
  if (child.signalCode) throw new Error(`sqlmap did not end within ${msMax / 1000} s on ${name}: ${said.slice(-500)}`)
  return said
}

/** Reads the verdict; that there is none is a failure as well. */
function readFinding({ name }: SqlmapTarget, output: string): SqlmapFinding {
  const injectable = [...output.matchAll(/^Parameter: (.+)$/gm)].map(([, parameter = '']) => parameter)
  const cleared = output.includes('all tested parameters do not appear to be injectable')
  if (injectable.length === 0 && !cleared) throw new Error(`sqlmap gave no verdict on ${name}: ${output.slice(-1500)}`)
  const serverErrors = [...output.matchAll(/\b5\d\d \([^)]+\) - \d+ times?/g)].map(([found]) => found)
  return { injectable: [...new Set(injectable)], serverErrors, output }
}
