import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { buildServer } from './build.js'
import type { FromServer, Usage } from './serve.js'
import { endWithBench, type Server } from './server.js'

/**
 * Starts a server of ours (`serveHere`) in a process of its own, with nothing in its environment but
 * what is given.
 *
 * @param entry its file, relative to this folder's parent.
 * @throws Error when it ends before it listens; it has printed why.
 */
export async function startNode(entry: string, env: Readonly<Record<string, string>>): Promise<Server> {
  const child = fork(await buildServer(entry), {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  })
  const port = await portOf(child, entry)
  const usage = async (): Promise<Usage> => {
    child.send('usage')
    const [answer] = await once(child, 'message')
    return answer
  }
  return endWithBench({ port, usage, end: () => endChild(child) })
}

async function portOf(child: ChildProcess, entry: string): Promise<number> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${entry} ended with ${code} before it listened`)
  })
  const [message]: FromServer[] = await Promise.race([once(child, 'message'), ended])
  ended.catch(() => undefined)
  return message && 'port' in message ? message.port : 0
}

/** Ends a process and waits for it: politely first, and after two seconds in any case. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 2_000)
  await gone
  clearTimeout(timer)
}
