import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { FaultContext } from '../context.js'
import { settingsOf } from '../fault-api.js'
import type { Send } from '../witness.js'

export type ApiProcess = {
  readonly send: Send
  readonly port: number
  readonly pid: number
  /** SIGKILL: nothing of the process runs any more. */
  readonly kill: () => void
}

/** Starts the API in a process of its own, on the same database as others. */
export async function spawnApi(
  context: FaultContext,
  url: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ApiProcess> {
  const script = join(import.meta.dirname, 'api-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { PATH: process.env.PATH, ...settingsOf(url, env) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = () => {
    child.kill('SIGKILL')
  }
  context.onEnd(async () => kill())
  const port = await portOf(child)
  return { send: sendTo(port), port, pid: child.pid ?? 0, kill }
}

/** Asks an API that listens on a port of this machine, or whatever passes its messages on. */
export function sendTo(port: number): Send {
  return (path, init) => fetch(`http://127.0.0.1:${port}/api/v1${path}`, init)
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`the API ended with ${signal ?? code} before it listened`)))
    if (child.stdout) createInterface(child.stdout).once('line', (line) => resolve(Number(line)))
  })
}
