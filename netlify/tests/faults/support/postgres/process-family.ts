import { readFileSync } from 'node:fs'

/**
 * Sends a signal to a process and all its children; it stands still meanwhile, and so makes no more
 * of them.
 */
export function signalFamily(pid: number, name: NodeJS.Signals): void {
  signal(pid, 'SIGSTOP')
  for (const one of [...childrenOf(pid), pid]) signal(one, name)
}

function childrenOf(pid: number): number[] {
  try {
    const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return listed === '' ? [] : listed.split(' ').map(Number)
  } catch {
    // who has ended has no children
    return []
  }
}

/** One that ended between the list and the signal is as dead as it should be. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
