import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LocalPostgresError } from './fault.js'

/**
 * Removes the pid file that a killed server left behind.
 *
 * @throws LocalPostgresError when that server still runs.
 */
export function clearStalePidFile(folder: string): void {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  if (isPostgres(Number(pid))) {
    throw new LocalPostgresError(
      `A PostgreSQL (process ${pid}, port ${port}) already serves ${folder}: stop the other start, or run \`kill -INT ${pid}\`.`,
    )
  }
  rmSync(file, { force: true })
}

/**
 * Tells whether a process is PostgreSQL. The pid alone proves nothing: after a restart of the
 * machine it may belong to any program.
 */
function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  if (process.platform === 'win32') return true
  return commandLine(pid).includes('postgres')
}

/**
 * Reads the command line of a process in two ways: slim images have no `ps`, and only Linux has
 * `/proc`.
 */
function commandLine(pid: number): string {
  const listed = `/proc/${pid}/cmdline`
  if (process.platform === 'linux') return existsSync(listed) ? readFileSync(listed, 'utf8') : ''
  return spawnSync('ps', ['-p', `${pid}`, '-o', 'command='], { encoding: 'utf8' }).stdout
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
