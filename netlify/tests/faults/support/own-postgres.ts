import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../../functions/core/infrastructure/database/migrate.js'
import { type LocalPostgres, startLocalPostgres } from '../../../local/postgres.js'
import { NotRun } from '../fault-check.js'
import { type FaultContext, seedLibrary } from './context.js'

/** A PostgreSQL of the check's own, which it may kill. */
export type OwnPostgres = {
  /** Of a migrated database with the library; stays the same over restarts. */
  readonly url: string
  /** SIGKILL to the server and to all that work for it. */
  readonly kill: () => void
  readonly restart: () => Promise<void>
}

/** What was acknowledged is in the log of the server's machine; that a machine loses power is not tried here. */
const settings = { fsync: 'off', max_connections: '60', shared_buffers: '32MB' }

export async function startOwnPostgres(context: FaultContext): Promise<OwnPostgres> {
  if (process.platform !== 'linux') throw new NotRun('only Linux tells which processes work for a server')
  const dataFolder = join(mkdtempSync(join(tmpdir(), 'calistheniq-fault-')), 'data')
  context.onEnd(async () => rmSync(join(dataFolder, '..'), { recursive: true, force: true, maxRetries: 3 }))
  let server: LocalPostgres = await startLocalPostgres({ dataFolder, database: 'calistheniq', settings })
  context.onEnd(() => server.stop())
  const { url, port } = server
  await migrate({ url })
  await seedLibrary(url)
  return {
    url,
    kill: () => {
      const workers = childrenOf(server.pid)
      for (const pid of [server.pid, ...workers]) kill(pid)
    },
    restart: async () => {
      await server.stop()
      server = await startLocalPostgres({ dataFolder, database: 'calistheniq', settings, port })
    },
  }
}

function childrenOf(pid: number): number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return listed === '' ? [] : listed.split(' ').map(Number)
}

/** One that ended between the list and the signal is as dead as it should be. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
