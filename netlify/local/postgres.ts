import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureDatabase } from '#database/pg-session/ensure-database.js'
import { commandAs, serverAccount } from './postgres/account.js'
import { findBinaries } from './postgres/binaries.js'
import { prepareDataFolder, readPassword } from './postgres/data-folder.js'
import { freePort } from './postgres/free-port.js'
import { onExit } from './postgres/on-exit.js'
import { clearStalePidFile } from './postgres/pid-file.js'
import { runServer, type ServerProcess, stopServer } from './postgres/server-process.js'

export { LocalPostgresError } from './postgres/fault.js'

const endMsMax = 2_000

export type LocalPostgresOptions = {
  /** The folder of the cluster; created when it is missing. */
  readonly dataFolder: string
  /**
   * The database that `url` leads to, created when it is missing; by default the maintenance
   * database `postgres`.
   */
  readonly database?: string
  /** The port; any free one by default. */
  readonly port?: number
  /** Server settings, such as `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>
  /** Removes the data folder when the server stops. */
  readonly temporary?: boolean
}

export type LocalPostgres = {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** True when the data folder had to be created. */
  readonly fresh: boolean
  /** Returns the end of the server's log. */
  log(): string
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL on 127.0.0.1, and stops it when this process ends.
 *
 * @throws LocalPostgresError in one sentence with the remedy: port taken, folder in use or of
 *   another version.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const folder = resolve(options.dataFolder)
  const binaries = findBinaries()
  const account = serverAccount()
  const fresh = prepareDataFolder(folder, binaries, account)
  clearStalePidFile(folder)
  const port = await freePort(options.port)
  const args = ['-D', folder, '-p', `${port}`, ...settingFlags(options.settings ?? {})]
  const server = await runServer(commandAs(account, binaries.postgres, args, [binaries.postgres, folder]))
  const stop = stopper(server, options.temporary ? folder : null)
  const url = new URL(`postgres://postgres:${readPassword(folder)}@127.0.0.1:${port}/postgres`)
  if (options.database) {
    await ensureDatabase(url.href, options.database)
    url.pathname = `/${options.database}`
  }
  return { url: url.href, port, pid: server.child.pid ?? 0, fresh, log: server.log, stop }
}

function settingFlags(settings: Readonly<Record<string, string>>): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    // the default folder for sockets may be missing, or belong to another user
    unix_socket_directories: '',
    // the server counts as started when it logs a certain line, in English
    lc_messages: 'C',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function stopper(server: ServerProcess, remove: string | null): () => Promise<void> {
  const clean = () => remove && rmSync(remove, { recursive: true, force: true, maxRetries: 3 })
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= stopServer(server).then(() => {
      callOff()
      clean()
    })
    return stopped
  }
  const kill = () => {
    server.child.kill(remove ? 'SIGQUIT' : 'SIGINT')
    if (remove) waitForEnd(remove)
    clean()
  }
  const callOff = onExit({ stop, kill })
  return stop
}

/**
 * Waits by blocking, because the event loop has ended: a server that still writes would leave files
 * behind.
 */
function waitForEnd(folder: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  const end = performance.now() + endMsMax
  while (existsSync(join(folder, 'postmaster.pid')) && performance.now() < end) Atomics.wait(pause, 0, 0, 10)
}
