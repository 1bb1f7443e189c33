import { type ChildProcess, spawn } from 'node:child_process'
import { onExit } from '#local/postgres/on-exit.js'

/** The longest a check may take, in minutes; then it is ended, with everything that it started. */
const minutesMax = 20

export type RunOptions = {
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** Prints its output as it comes, instead of keeping it for a failure. */
  readonly live?: boolean
}

export type Ran = {
  /** The exit code, or null when it had to be ended. */
  readonly code: number | null
  readonly output: string
  readonly seconds: number
}

/** Runs an npm script to its end, in a process group of its own. */
export async function runScript(
  script: string,
  { args = [], environment = {}, live = false }: RunOptions,
): Promise<Ran> {
  const started = performance.now()
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
    env: { ...process.env, ...environment },
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  }
  const code = await untilEnd(child)
  if (code === null) output += `\nended after ${minutesMax} minutes`
  return { code, output: output.trim(), seconds: (performance.now() - started) / 1000 }
}

/** Returns the exit code, or null when the script had to be ended. */
function untilEnd(child: ChildProcess): Promise<number | null> {
  const end = () => endGroup(child)
  const callOff = onExit({ stop: async () => end(), kill: end })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end()
      resolve(null)
    }, minutesMax * 60_000)
    const settle = () => {
      clearTimeout(timer)
      callOff()
    }
    child.once('error', (error) => {
      settle()
      reject(error)
    })
    child.once('close', (code) => {
      settle()
      resolve(code ?? 1)
    })
  })
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM')
  } catch {
    // the group has ended
  }
}
