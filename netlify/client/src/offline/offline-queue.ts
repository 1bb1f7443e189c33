import type { Calistheniq } from '../create-client.js'
import type { operations } from '../generated/operations.gen.js'
import { type AnyInput, takesOwnId } from '../operation.js'
import { uuid7 } from '../request/uuid.js'
import type { Input, OperationId } from '../types.js'
import { oneAtATime } from './one-at-a-time.js'
import type { Queued, QueueStore } from './queued.js'
import { type Outcome, sendQueued } from './send-queued.js'

/** Operations that change something. */
export type CommandId = {
  [Id in OperationId]: (typeof operations)[Id][0] extends 'GET' ? never : Id
}[OperationId]

export type QueueOptions = {
  readonly store: QueueStore
  /**
   * Is called when a command went well, with what the API answered, and awaited before the command
   * leaves the queue: what it keeps is safe whenever the app is closed. It may see a command again.
   */
  readonly onDone?: (queued: Queued, output: unknown) => void | Promise<void>
  /** Is called when the API refused a command for good; it stays, with its problem, until it is retried or discarded. */
  readonly onRefused?: (queued: Queued) => void
  /** Brings what changed elsewhere; is called by `sync` once nothing waits. */
  readonly pull?: () => Promise<void>
}

/** What became of the commands that waited. */
export type SyncResult = { readonly done: number; readonly refused: number; readonly waiting: number }

export type OfflineQueue = {
  /**
   * Keeps a command, and returns it once it is safe. It is sent by `sync`. A creation gets an id, if
   * it has none, so that later commands can name what it creates. `ifMatch` changes that version and no
   * other; `knownVersion` lets the API be quicker where it is right, and demands nothing.
   */
  add<Id extends CommandId>(
    operation: Id,
    input: Input<Id>,
    options?: Pick<Queued, 'ifMatch' | 'knownVersion'>,
  ): Promise<Queued & { readonly input: Input<Id> }>
  /** Returns what waits and what was refused, in the order in which it was added. */
  list(): Promise<readonly Queued[]>
  /**
   * Sends what waits, in order, one after another. Stops where the API cannot be reached or nobody is
   * signed in: then the rest waits for the next time. What is refused for good holds nothing up.
   */
  sync(): Promise<SyncResult>
  /** Lets a refused command wait again, in its old place. */
  retry(key: string): Promise<void>
  /** Drops a command for ever. */
  discard(key: string): Promise<void>
}

/** Makes a queue of commands that outlives a lost network, a closed page and an empty battery. */
export function offlineQueue(client: Pick<Calistheniq, 'call' | 'operations'>, options: QueueOptions): OfflineQueue {
  const { store, onDone, onRefused, pull } = options
  const alone = oneAtATime('calistheniq.queue')
  let latest = 0

  const list = async () => [...(await store.list())].sort((one, other) => (one.key < other.key ? -1 : 1))
  const nextWaiting = async () => (await list()).find(isWaiting)
  const change = async (key: string, to: (queued: Queued) => Queued) => {
    const found = (await list()).find((queued) => queued.key === key)
    if (found) await store.put(to(found))
  }

  const settle = async (queued: Queued, outcome: Exclude<Outcome, { kind: 'later' }>) => {
    if (outcome.kind === 'done') {
      await onDone?.(queued, outcome.output)
      await store.remove(queued.key)
    } else {
      await store.put(outcome.refused)
      onRefused?.(outcome.refused)
    }
  }
  const sendAll = async (): Promise<SyncResult> => {
    const counts = { done: 0, refused: 0 }
    for (let queued = await nextWaiting(); queued; queued = await nextWaiting()) {
      const outcome = await sendQueued(client, queued)
      if (outcome.kind === 'later') break
      await settle(queued, outcome)
      counts[outcome.kind] += 1
    }
    return { ...counts, waiting: (await list()).filter(isWaiting).length }
  }

  return {
    add: async (operation, input, versions = {}) => {
      // later than all that waits, also when the clock was set back
      const last = (await list()).at(-1)
      const isCreation = takesOwnId(client.operations[operation])
      latest = Math.max(Date.now(), latest + 1, last ? timeOf(last.key) + 1 : 0)
      const given = isCreation ? withId(input) : input
      const queued = { key: uuid7(latest), operation, input: given, ...versions, problem: null }
      await store.put(queued)
      return queued
    },
    list,
    sync: async () => {
      const result = await alone(sendAll)
      if (result.waiting === 0) await pull?.()
      return result
    },
    retry: (key) => change(key, (queued) => ({ ...queued, problem: null })),
    discard: (key) => store.remove(key),
  }
}

function isWaiting({ problem }: Queued): boolean {
  return problem === null
}

function withId<Given extends AnyInput>(input: Given): Given {
  const { body } = input
  if (typeof body !== 'object' || body === null || 'id' in body) return input
  return { ...input, body: { id: uuid7(), ...body } }
}

/** Reads the milliseconds in a UUID of version 7. */
function timeOf(key: string): number {
  return Number.parseInt(key.replace('-', '').slice(0, 12), 16)
}
