import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

/** A Redis for one test, in memory only. */
export type RedisServer = {
  readonly url: string
  readonly port: number
  /** Kills the server (SIGKILL), and resolves once it has ended. */
  readonly kill: () => Promise<void>
  /** Starts it again, empty, on the same port. */
  readonly restart: () => Promise<void>
}

export function hasRedisServer(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0
}

export async function startRedisServer(): Promise<RedisServer> {
  const port = await freePort()
  let child = await start(port)
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    restart: async () => {
      child = await start(port)
    },
  }
}

async function start(port: number): Promise<ChildProcess> {
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)
  for await (const line of lines) if (line.includes('Ready to accept connections')) break
  child.stdout.resume()
  if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`)
  return child
}

/** Finds a port on which nothing listens at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
