import { type ChildProcess, spawn } from 'node:child_process'
import type { Command } from './account.js'
import { LocalPostgresError } from './fault.js'

const startMsMax = 60_000
const stopMsMax = 10_000
const logCharactersKept = 20_000

/** A running PostgreSQL; `log` returns the end of its output, which does not go to the console. */
export type ServerProcess = { readonly child: ChildProcess; readonly log: () => string }

/**
 * Starts the server, and waits until it accepts connections.
 *
 * @throws LocalPostgresError with the end of the server's log when it ends before that.
 */
export function runServer(command: Command): Promise<ServerProcess> {
  const { program, args, ...identity } = command
  // in a group of its own, so that Ctrl-C reaches this process first and the server outlives the
  // requests that use it
  const child = spawn(program, args, {
    ...identity,
    cwd: '/',
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.unref()
  let log = ''
  return new Promise((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new LocalPostgresError(`PostgreSQL did not start: ${reason}\n${log.trim()}`))
    const timer = setTimeout(() => fail(`not ready after ${startMsMax / 1000} seconds`), startMsMax)
    timer.unref()
    child.once('error', (error) => fail(error.message))
    child.once('exit', (code, signal) => fail(`it ended with ${signal ?? code}`))
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      log = (log + chunk).slice(-logCharactersKept)
      if (!log.includes('database system is ready to accept connections')) return
      clearTimeout(timer)
      resolve({ child, log: () => log })
    })
  })
}

/**
 * Stops the server: it drops its clients at once, and writes a checkpoint for its data; when that
 * takes too long, it stops without one.
 */
export async function stopServer({ child }: ServerProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.ref()
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGQUIT'), stopMsMax)
  await ended
  clearTimeout(timer)
}
