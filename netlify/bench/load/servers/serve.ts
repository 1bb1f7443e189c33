import cluster from 'node:cluster'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a server tells the bench: its port once, and what it has used whenever it is asked. */
export type FromServer = { readonly port: number } | Usage

/** Microseconds of CPU since the process began, and the memory that it has now. */
export type Usage = { readonly cpuMicroseconds: number; readonly residentBytes: number }

/**
 * Serves on a free port of 127.0.0.1 until the bench ends or asks no more; BENCH_PROCESSES processes
 * share the port.
 */
export async function serveHere(listener: () => Promise<RequestListener>): Promise<void> {
  const processes = Number(process.env.BENCH_PROCESSES ?? 1)
  process.on('disconnect', () => process.exit(0))
  if (processes > 1 && cluster.isPrimary) lead(processes)
  else await work(await listener())
}

async function work(listener: RequestListener): Promise<void> {
  const server = createServer({ keepAliveTimeout: 60_000 }, listener)
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 2048 }, resolve))
  process.on('message', () => process.send?.(ownUsage()))
  process.send?.({ port: (server.address() as AddressInfo).port })
}

function ownUsage(): Usage {
  const { user, system } = process.cpuUsage()
  return { cpuMicroseconds: user + system, residentBytes: process.memoryUsage.rss() }
}

/** Starts the processes that serve, and adds up what they have used. */
function lead(processes: number): void {
  const workers = Array.from({ length: processes }, () => cluster.fork())
  const ports: number[] = []
  let usages: Usage[] = []
  cluster.on('message', (_, message: FromServer) => {
    if ('port' in message) {
      if (ports.push(message.port) === processes) process.send?.({ port: message.port })
    } else if (usages.push(message) === processes) {
      process.send?.(sumOf(usages))
      usages = []
    }
  })
  cluster.on('exit', () => process.exit(1))
  process.on('message', (message) => {
    for (const worker of workers) worker.send(message as object)
  })
}

function sumOf(usages: readonly Usage[]): Usage {
  const sum = (of: (usage: Usage) => number) => usages.reduce((total, usage) => total + of(usage), 0)
  return {
    cpuMicroseconds: sum(({ cpuMicroseconds }) => cpuMicroseconds),
    residentBytes: sum(({ residentBytes }) => residentBytes),
  }
}
