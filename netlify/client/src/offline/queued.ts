import type { AnyInput } from '../operation.js'

/** A command that waits to be sent, or that the API refused. It can be written as JSON. */
export type Queued = {
  /** Its idempotency key. Keys sort by when the commands were added. */
  readonly key: string
  /** The id of the operation. */
  readonly operation: string
  readonly input: AnyInput
  readonly ifMatch?: number | string
  /** The version that the app knows of what is changed; nothing is refused for it. */
  readonly knownVersion?: number
  /** Why the API refused it for good; null while it waits. */
  readonly problem: QueuedProblem | null
}

export type QueuedProblem = {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly document: Readonly<Record<string, unknown>>
}

/** Where commands are kept until they are sent, so that they outlive the page and the battery. */
export type QueueStore = {
  /** Returns all of them, in any order. */
  list(): Promise<readonly Queued[]>
  /** Adds a command, or replaces the one of the same key. Resolves when it is safe. */
  put(queued: Queued): Promise<void>
  remove(key: string): Promise<void>
}
