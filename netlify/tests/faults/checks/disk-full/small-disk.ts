import { spawnSync } from 'node:child_process'
import { chownSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverAccount } from '#local/postgres/account.js'
import { NotRun } from '#tests/faults/fault-check.js'
import type { FaultContext } from '#tests/faults/support/context.js'

/** A file system of few megabytes, of which a file takes what others leave. */
export type SmallDisk = {
  /** Makes a folder in it that the account of PostgreSQL owns. */
  readonly folder: (name: string) => string
  /** Takes all that is free. */
  readonly fill: () => void
  readonly free: () => void
}

/** Mounts a disk in memory until the check ends; throws NotRun where this process may not mount. */
export function mountSmallDisk(context: FaultContext, megabytes: number): SmallDisk {
  const root = mkdtempSync(join(tmpdir(), 'calistheniq-fault-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', root])
  if (mounted.status !== 0) {
    rmSync(root, { recursive: true, force: true })
    throw new NotRun('no file system may be mounted here, so none can be full')
  }
  const unmount = () => {
    if (spawnSync('umount', [root]).status === 0) rmSync(root, { recursive: true, force: true })
  }
  process.once('exit', unmount)
  context.onEnd(async () => {
    process.off('exit', unmount)
    unmount()
  })
  const ballast = join(root, 'ballast')
  return {
    folder: (name) => folderOfServer(join(root, name)),
    fill: () => fillUp(ballast),
    free: () => rmSync(ballast, { force: true }),
  }
}

function folderOfServer(path: string): string {
  mkdirSync(path, { mode: 0o700 })
  const account = serverAccount()
  if (account) chownSync(path, account.uid, account.gid)
  return path
}

/** Writes large pieces, then small ones, until not even those fit. */
function fillUp(path: string): void {
  const file = openSync(path, 'a')
  try {
    for (const size of [1 << 20, 1 << 12]) writeUntilFull(file, Buffer.alloc(size))
  } finally {
    closeSync(file)
  }
}

function writeUntilFull(file: number, piece: Buffer): void {
  try {
    while (writeSync(file, piece) === piece.length);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}
