import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#database/migrate.js'
import { type LocalPostgres, startLocalPostgres } from '#local/postgres.js'
import { NotRun } from '#tests/faults/fault-check.js'
import { seedLibrary } from '#tests/support/template.js'
import { withClient } from '#tests/support/with-client.js'
import type { FaultContext } from '../context.js'
import { signalFamily } from './process-family.js'

/** A PostgreSQL of the check's own, which it may kill. */
export type OwnPostgres = {
  /** Of a migrated database with the library; stays the same over restarts. */
  readonly url: string
  readonly dataFolder: string
  /** SIGKILL to the server and to all that work for it. */
  readonly kill: () => void
  /** SIGSTOP to all of them: connections stay, and nobody answers. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** Starts again, after `meanwhile`, during which nothing of the server runs. */
  readonly restart: (meanwhile?: () => void) => Promise<void>
}

type Options = {
  /** A folder of the server's account, in which all that the tables hold is kept. */
  readonly tableFolder?: string
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * What was acknowledged is in the log of the server's machine; that a machine loses power is not
 * tried here.
 */
const ownSettings = { fsync: 'off', max_connections: '60', shared_buffers: '32MB' }

export async function startOwnPostgres(context: FaultContext, options: Options = {}): Promise<OwnPostgres> {
  if (process.platform !== 'linux') throw new NotRun('only Linux tells which processes work for a server')
  const settings = { ...ownSettings, ...options.settings }
  const dataFolder = join(mkdtempSync(join(tmpdir(), 'calistheniq-fault-')), 'data')
  context.onEnd(async () => rmSync(join(dataFolder, '..'), { recursive: true, force: true, maxRetries: 3 }))
  let server: LocalPostgres = await startLocalPostgres({ dataFolder, database: 'calistheniq', settings })
  const toAll = (name: NodeJS.Signals) => () => signalFamily(server.pid, name)
  context.onEnd(async () => {
    toAll('SIGCONT')()
    await server.stop()
  })
  const { url, port } = server
  if (options.tableFolder) await moveTables(url, options.tableFolder)
  await migrate({ url })
  await seedLibrary(url)
  return {
    url,
    dataFolder,
    kill: toAll('SIGKILL'),
    freeze: toAll('SIGSTOP'),
    thaw: toAll('SIGCONT'),
    restart: async (meanwhile) => {
      await server.stop()
      meanwhile?.()
      server = await startLocalPostgres({ dataFolder, database: 'calistheniq', settings, port })
    },
  }
}

async function moveTables(url: string, folder: string): Promise<void> {
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  await withClient(maintenance.href, async (client) => {
    await client.query(`create tablespace elsewhere location '${folder}'`)
    await client.query('alter database calistheniq set tablespace elsewhere')
  })
}
