import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Account, commandAs } from './account.js'
import type { Binaries } from './binaries.js'
import { LocalPostgresError } from './fault.js'

const passwordFile = 'calistheniq.password'

/** Reads the password of the superuser `postgres` in this folder's cluster. */
export function readPassword(folder: string): string {
  return readFileSync(join(folder, passwordFile), 'utf8').trim()
}

/**
 * Makes sure that the folder contains a cluster that these programs can serve; returns true when it
 * had to create one.
 *
 * @throws LocalPostgresError when the folder has another major version, or contains something else.
 */
export function prepareDataFolder(folder: string, binaries: Binaries, account: Account): boolean {
  const found = existsSync(folder) ? readdirSync(folder) : []
  if (found.length === 0) {
    initialise(folder, binaries, account)
    return true
  }
  if (!found.includes('PG_VERSION') || !found.includes(passwordFile)) {
    throw new LocalPostgresError(
      `${folder} holds something that is not our database: move it away, or name another folder.`,
    )
  }
  const major = Number.parseInt(readFileSync(join(folder, 'PG_VERSION'), 'utf8'), 10)
  if (major !== binaries.major) {
    throw new LocalPostgresError(
      `${folder} was made by PostgreSQL ${major}, and the one installed here is ${binaries.major}: move the folder away (its data stays in it), or set DATABASE_URL.`,
    )
  }
  takeOver(folder, account)
  return false
}

/**
 * Initializes a cluster next to the folder and moves it into place when it is complete, so that an
 * interrupted start leaves nothing half made.
 */
function initialise(folder: string, binaries: Binaries, account: Account): void {
  const staging = `${folder}.new-${process.pid}`
  const password = `${staging}.password`
  mkdirSync(dirname(folder), { recursive: true })
  rmSync(staging, { recursive: true, force: true })
  try {
    mkdirSync(staging, { mode: 0o700 })
    writeFileSync(password, randomBytes(18).toString('base64url'), { mode: 0o600 })
    if (account) for (const path of [staging, password]) chownSync(path, account.uid, account.gid)
    runInitdb(staging, password, binaries, account)
    renameSync(password, join(staging, passwordFile))
    renameSync(staging, folder)
  } finally {
    rmSync(staging, { recursive: true, force: true })
    rmSync(password, { force: true })
  }
}

function runInitdb(folder: string, password: string, binaries: Binaries, account: Account): void {
  const command = commandAs(
    account,
    binaries.initdb,
    [
      ...['--pgdata', folder, '--username', 'postgres', '--pwfile', password, '--auth', 'password', '--no-sync'],
      // the builtin provider sorts and folds case alike on every platform
      ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ],
    [binaries.initdb, folder],
  )
  const { program, args, ...identity } = command
  const done = spawnSync(program, args, { ...identity, cwd: '/', encoding: 'utf8' })
  if (done.status === 0) return
  throw new LocalPostgresError(
    `initdb could not make a database in ${folder}: ${(done.stderr || String(done.error)).trim()}`,
  )
}

/**
 * Gives a folder that another user owns (a copy, or an earlier start as that user) to the account
 * that serves it.
 */
function takeOver(folder: string, account: Account): void {
  const owner = statSync(folder).uid
  if (account) {
    if (owner !== account.uid) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, folder])
  } else if (process.getuid && owner !== process.getuid()) {
    throw new LocalPostgresError(
      `${folder} belongs to another user: run \`sudo chown -R $(id -u) ${folder}\`, or name another folder.`,
    )
  }
}
