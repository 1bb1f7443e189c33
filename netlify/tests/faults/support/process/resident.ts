import { readFileSync } from 'node:fs'
import { NotRun } from '#tests/faults/fault-check.js'

/** How many bytes of memory a process has, as Linux tells; throws NotRun elsewhere. */
export function residentBytes(pid: number): number {
  if (process.platform !== 'linux') throw new NotRun('only Linux tells how much memory a process has')
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}

/** The most memory that a process has while something is done. */
export async function peakResidentBytes(pid: number, work: () => Promise<unknown>): Promise<number> {
  let peak = residentBytes(pid)
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBytes(pid))
  }, 20)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return Math.max(peak, residentBytes(pid))
}
