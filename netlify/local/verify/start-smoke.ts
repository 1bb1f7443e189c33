import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mark } from '#infrastructure/command-line/paint.js'
import { freePort } from '#local/postgres/free-port.js'

const readyMsMax = 240_000
const endMsMax = 30_000
const projectFolder = join(import.meta.dirname, '../../..')

/**
 * Starts the API as `npm start` does, with a data folder of its own, sends requests, and ends it as
 * Ctrl-C does; returns 0 when all checks pass.
 */
async function smoke(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-start-'))
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', 'netlify/local/start.ts'], {
    cwd: projectFolder,
    env: { ...process.env, PORT: `${port}`, CALISTHENIQ_DATA_FOLDER: folder, DATABASE_URL: '', BASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const said = await saying(child, 'Ctrl-C stops everything', readyMsMax)
    const statusOf = async (path: string) => (await fetch(`http://localhost:${port}${path}`)).status
    const pages = ['/api/v1', '/problems', '/app/', '/dev/mails']
    const answers = await Promise.all(
      pages.map(async (page) => [`${page} answers with 200`, (await statusOf(page)) === 200]),
    )
    const ports = [port, ...portsIn(said), ...portsIn(readFileSync(join(folder, 'netlify-dev.log'), 'utf8'))]
    const code = await endBy(child, 'SIGINT')
    const left = await Promise.all(ports.map(isOpen))
    return verdict({
      ...Object.fromEntries(answers),
      'Ctrl-C ends it with 0': code === 0,
      'nothing is left running': !left.includes(true),
    })
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Waits until the output contains these words, and returns it. */
function saying(child: ChildProcess, words: string, msMax: number): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`npm start ${reason}; it said:\n${said}`))
    const timer = setTimeout(() => fail(`is not ready after ${msMax / 1000} s`), msMax)
    child.once('close', (code) => fail(`ended with ${code}`))
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk
        if (!said.includes(words)) return
        clearTimeout(timer)
        resolve(said)
      })
    }
  })
}

function endBy(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), endMsMax)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve(code)
    })
    child.kill(signal)
  })
}

/** Finds the ports that a text mentions: those of PostgreSQL and of `netlify dev`. */
function portsIn(text: string): number[] {
  return [...text.matchAll(/(?:on port |listening to |localhost:)(\d{4,5})/g)].map(([, port]) => Number(port))
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function verdict(checks: Readonly<Record<string, boolean>>): number {
  for (const [what, holds] of Object.entries(checks)) console.log(holds ? mark.done(what) : mark.wrong(what))
  return Object.values(checks).every(Boolean) ? 0 : 1
}

process.exitCode = await smoke()
