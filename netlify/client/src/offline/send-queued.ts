import type { Calistheniq } from '../create-client.js'
import type { AnyInput } from '../operation.js'
import { type CalistheniqProblem, isProblem } from '../problem.js'
import { mayPass } from '../request/may-pass.js'
import type { CallOptions, OperationId } from '../types.js'
import type { Queued } from './queued.js'

/** What became of a command: `later` says nothing about the command itself, and it waits on. */
export type Outcome =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'refused'; readonly refused: Queued }
  | { readonly kind: 'later' }

/**
 * Sends a command under its key.
 *
 * @throws what is neither an answer nor the lack of one.
 */
export async function sendQueued(client: Pick<Calistheniq, 'call' | 'operations'>, queued: Queued): Promise<Outcome> {
  const { key, operation, input, ifMatch = queued.knownVersion } = queued
  // which operation it is, only the store knows
  const call = client.call as (id: string, input: AnyInput, options: CallOptions) => Promise<{ body: unknown }>
  try {
    const options = { idempotencyKey: key, ...(ifMatch === undefined ? {} : { ifMatch }) }
    return { kind: 'done', output: (await call(operation, input, options)).body }
  } catch (error) {
    if (mayPass(error)) return { kind: 'later' }
    if (!isProblem(error)) throw error
    if (isOutdated(queued, error)) return sendQueued(client, withoutVersion(queued))
    if (isGoneAlready(client, queued, error)) return { kind: 'done', output: undefined }
    return isAboutCommand(error) ? { kind: 'refused', refused: withProblem(queued, error) } : { kind: 'later' }
  }
}

/** The app knew an older version, and does not insist on it. */
function isOutdated({ ifMatch, knownVersion }: Queued, { status }: CalistheniqProblem): boolean {
  return status === 412 && ifMatch === undefined && knownVersion !== undefined
}

function withoutVersion({ knownVersion: _, ...queued }: Queued): Queued {
  return queued
}

/** A deletion that finds nothing has what it wants: an earlier attempt, or somebody else, was there first. */
function isGoneAlready(
  { operations }: Pick<Calistheniq, 'operations'>,
  { operation }: Queued,
  { status }: CalistheniqProblem,
): boolean {
  const [method] = operations[operation as OperationId]
  return method === 'DELETE' && status === 404
}

/** Nobody is signed in, or the fault is the API's: neither says anything about the command. */
function isAboutCommand({ status }: CalistheniqProblem): boolean {
  return status !== 401 && status < 500
}

function withProblem(queued: Queued, { status, code, detail, document }: CalistheniqProblem): Queued {
  return { ...queued, problem: { status, code, detail, document } }
}
