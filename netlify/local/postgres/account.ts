import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { LocalPostgresError } from './fault.js'

/**
 * The account that runs the server: null for this process's own, an unprivileged one when this
 * process is root.
 */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string } | null

export type Command = {
  readonly program: string
  readonly args: readonly string[]
  readonly uid?: number
  readonly gid?: number
}

/**
 * Chooses the account for the server. PostgreSQL refuses to run as root, so root runs it as an
 * account that every Linux has.
 *
 * @throws LocalPostgresError when root finds no such account.
 */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { name, uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new LocalPostgresError(
    'PostgreSQL refuses to run as root and there is no user "postgres" or "nobody": run `useradd postgres`, or start as another user.',
  )
}

/**
 * Makes the command that runs a program as the account. With `setpriv`, the program also ends when
 * the thread that started it is killed outright, and may enter folders that only root may (a clone
 * below /root or a private temporary folder).
 *
 * @throws LocalPostgresError when the account cannot reach one of the paths that it needs.
 */
export function commandAs(
  account: Account,
  program: string,
  args: readonly string[],
  needs: readonly string[],
): Command {
  const closed = account ? needs.map((path) => closedAncestor(path, account)).find((path) => path !== null) : undefined
  const privileges = ['--pdeathsig', 'INT']
  if (account) privileges.push('--reuid', `${account.uid}`, '--regid', `${account.gid}`, '--clear-groups')
  if (closed) privileges.push('--inh-caps', '+dac_override', '--ambient-caps', '+dac_override')
  if (canSet(privileges)) return { program: 'setpriv', args: [...privileges, '--', program, ...args] }
  if (!account) return { program, args }
  if (closed) {
    throw new LocalPostgresError(
      `User "${account.name}", who runs PostgreSQL for root, cannot enter ${closed}: run \`chmod o+x ${closed}\`, or put the project elsewhere.`,
    )
  }
  return { program, args, uid: account.uid, gid: account.gid }
}

function canSet(privileges: readonly string[]): boolean {
  return process.platform === 'linux' && spawnSync('setpriv', [...privileges, '--', 'true']).status === 0
}

/**
 * Finds the outermost folder on the way to the path that the account may not enter; null when it
 * may enter all.
 */
function closedAncestor(path: string, account: NonNullable<Account>): string | null {
  const folder = dirname(path)
  const above = folder === path ? null : closedAncestor(folder, account)
  if (above !== null || folder === path) return above
  const { mode, uid, gid } = statSync(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  return mode & bit ? null : folder
}
