import { randomBytes } from 'node:crypto'
import { databaseUrl } from '#tests/support/template.js'
import { withClient } from '#tests/support/with-client.js'
import { randomFrom } from './random.js'

/** A PostgreSQL on which databases may be made, and the one with the library to copy. */
export type FaultServer = { readonly url: string; readonly libraryTemplate: string; readonly prefix: string }

/** What a check is given. */
export type FaultContext = {
  /** The long form: more of everything. */
  readonly full: boolean
  /** The same seed tries the same things. */
  readonly seed: number
  /** Uniform in [0, 1), from the seed. */
  readonly random: () => number
  /** Makes a migrated database with the library in it; its owner's URL. */
  readonly makeDatabase: () => Promise<string>
  /** Runs when the check has ended, last come first. */
  readonly onEnd: (close: () => Promise<unknown>) => void
}

export type OpenContext = { readonly context: FaultContext; readonly close: () => Promise<void> }

/** Opens what one check needs; `close` leaves nothing behind. */
export function openContext(server: FaultServer, { full, seed }: { full: boolean; seed: number }): OpenContext {
  const closers: (() => Promise<unknown>)[] = []
  const onEnd: FaultContext['onEnd'] = (close) => closers.unshift(close)
  const context = { full, seed, random: randomFrom(seed), makeDatabase: () => makeDatabase(server, onEnd), onEnd }
  const close = async () => {
    for (const closer of closers) await closer()
  }
  return { context, close }
}

async function makeDatabase(
  { url, libraryTemplate, prefix }: FaultServer,
  onEnd: FaultContext['onEnd'],
): Promise<string> {
  const name = `${prefix}fault_${randomBytes(6).toString('hex')}`
  await withClient(url, (client) => client.query(`create database "${name}" template "${libraryTemplate}"`))
  onEnd(() => withClient(url, (client) => client.query(`drop database if exists "${name}" with (force)`)))
  return databaseUrl(url, name)
}
