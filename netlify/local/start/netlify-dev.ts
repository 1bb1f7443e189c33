import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { commandAs } from '#local/postgres/account.js'
import { freePort } from '#local/postgres/free-port.js'
import { onExit } from '#local/postgres/on-exit.js'
import type { Upstream } from './front.js'

const stopMsMax = 10_000
const logCharactersKept = 4_000

/**
 * Lines that the API's own log replaces with better ones, which name the operation and its round
 * trips; and what a job says each minute in which it had nothing to do.
 */
const saysNothingNew = /^(Request from |Response with status |\{"job":"[\w-]+"(,"\w+":(0|false|null))*\}$)/

export type NetlifyDevOptions = {
  readonly projectFolder: string
  /** The folder for its log and its settings. */
  readonly dataFolder: string
  readonly environment: Readonly<Record<string, string>>
}

export type NetlifyDev = Upstream & {
  /** The file with all of its output. */
  readonly logFile: string
  /** Returns the end of its output. */
  log(): string
  /** Settles when it has ended for any reason. */
  readonly ended: Promise<void>
  hasEnded(): boolean
  /** Prints its output from now on, which includes the log of the functions. */
  show(): void
  stop(): Promise<void>
}

/**
 * Runs `netlify dev` without network, login, questions or telemetry, in a process group that ends
 * with this process.
 */
export async function runNetlifyDev(options: NetlifyDevOptions): Promise<NetlifyDev> {
  const [sitePort, functionsPort, staticServerPort] = [await freePort(), await freePort(), await freePort()]
  const { program, args } = commandAs(
    null,
    process.execPath,
    [
      netlifyProgram(),
      'dev',
      ...['--offline', '--internal-disable-edge-functions', '--no-open', '--skip-gitignore'],
      ...['--port', `${sitePort}`, '--functions-port', `${functionsPort}`, '--staticServerPort', `${staticServerPort}`],
    ],
    [],
  )
  const child = spawn(program, args, {
    cwd: options.projectFolder,
    env: { ...process.env, ...quiet(options.dataFolder), ...options.environment },
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const logFile = join(options.dataFolder, 'netlify-dev.log')
  return { sitePort, functionsPort, logFile, ...watch(child, logFile) }
}

/**
 * Finds the program itself instead of the link in `.bin`, so that it runs on the same Node as this
 * process.
 */
function netlifyProgram(): string {
  const require = createRequire(import.meta.url)
  return join(dirname(require.resolve('netlify-cli/package.json')), 'bin', 'run.js')
}

/** Keeps its settings in the data folder instead of the home folder, and turns telemetry off. */
function quiet(dataFolder: string): Record<string, string> {
  const folder = join(dataFolder, 'netlify-cli')
  mkdirSync(join(folder, 'netlify'), { recursive: true })
  writeFileSync(join(folder, 'netlify', 'config.json'), '{ "telemetryDisabled": true }\n')
  return { XDG_CONFIG_HOME: folder, NO_UPDATE_NOTIFIER: '1', NODE_COMPILE_CACHE: join(dataFolder, 'compile-cache') }
}

function watch(child: ChildProcess, logFile: string): Pick<NetlifyDev, 'log' | 'ended' | 'hasEnded' | 'show' | 'stop'> {
  const file = createWriteStream(logFile)
  let log = ''
  let isShown = false
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface(stream).on('line', (line) => {
      file.write(`${line}\n`)
      log = `${log}${line}\n`.slice(-logCharactersKept)
      if (isShown && !saysNothingNew.test(line)) console.log(line)
    })
  }
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const kill = (signal: NodeJS.Signals) => endGroup(child, signal)
  const stop = async () => {
    callOff()
    kill('SIGTERM')
    const timer = setTimeout(() => kill('SIGKILL'), stopMsMax)
    await ended
    clearTimeout(timer)
    // whatever it started is in its group, and has nothing left to do
    kill('SIGKILL')
    file.end()
  }
  const callOff = onExit({ stop, kill: () => kill('SIGKILL') })
  return {
    log: () => log,
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    show: () => {
      isShown = true
    },
    stop,
  }
}

function endGroup({ pid, kill }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    if (process.platform === 'win32') kill(signal)
    else process.kill(-pid, signal)
  } catch {
    // the group has ended
  }
}
