import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Usage } from './serve.js'
import { endWithBench, type Server } from './server.js'
import { endChild } from './start-node.js'

type Program = {
  readonly command: string
  readonly args: (port: number) => readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

const startsWithinMs = 30_000

/**
 * Starts a server that is no program of ours, on a free port, with nothing in its environment but
 * what is given; what it has used is read from Linux.
 *
 * @throws Error when it ends or does not listen within half a minute; it has printed why.
 */
export async function startProgram({ command, args, cwd, env }: Program): Promise<Server> {
  const port = await freePort()
  const child = spawn(command, args(port), {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  child.on('error', () => undefined)
  const server = endWithBench({ port, usage: async () => usageOf(child.pid ?? 0), end: () => endChild(child) })
  const until = Date.now() + startsWithinMs
  while (!(await listens(port))) {
    if (child.exitCode === null && child.pid && Date.now() < until) await setTimeout(50)
    else {
      await server.end()
      throw new Error(`${command} did not listen`)
    }
  }
  return server
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

const microsecondsOfTick = 10_000

/** What a process and its children have used, as /proc tells (proc_pid_stat(5)). */
function usageOf(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [userTicks = 0, systemTicks = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number)
  const residentKb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return children
    .map((child) => usageOf(Number(child)))
    .reduce(sumOfTwo, {
      cpuMicroseconds: (userTicks + systemTicks) * microsecondsOfTick,
      residentBytes: residentKb * 1024,
    })
}

function sumOfTwo(one: Usage, other: Usage): Usage {
  return {
    cpuMicroseconds: one.cpuMicroseconds + other.cpuMicroseconds,
    residentBytes: one.residentBytes + other.residentBytes,
  }
}
