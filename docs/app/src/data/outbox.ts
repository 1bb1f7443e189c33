import { type CommandId, type Input, indexedDbQueueStore, offlineQueue, type Queued } from '@calistheniq/client'
import { redraw } from '../shell/redraw.js'
import { ciq } from './client.js'
import { keepDone } from './keep-done.js'
import { tellOtherTabs } from './tabs.js'
import { athleteId } from './who.js'

/** While something waits, it is tried again this often, in milliseconds. */
const retryMs = 20_000

const queue = offlineQueue(ciq, {
  store: indexedDbQueueStore(`calistheniq-queue-${athleteId() ?? 'nobody'}`),
  onDone: keepDone,
})
const afterSync = new Set<() => void>()
let commands: readonly Queued[] = []
let timer: ReturnType<typeof setTimeout> | undefined
let stuck = false

/** What waits to be sent and what was refused, in order, as this tab last saw it. */
export function queued(): readonly Queued[] {
  return commands
}

/** What will be sent as soon as the API is reached. */
export const waiting = (): readonly Queued[] => commands.filter(({ problem }) => problem === null)
/** What the API did not accept: it is sent again, or dropped, when the athlete says so. */
export const refused = (): readonly Queued[] => commands.filter(({ problem }) => problem !== null)

/** A command is not on the device: it is full, or the browser forbids the app to keep anything. */
export class NotKept extends Error {
  override readonly name = 'NotKept'
}

/** Whether the last attempt to send did not reach the API. */
export function isStuck(): boolean {
  return stuck
}

/** Reads the queue anew: another tab may have added to it, or sent it. */
export async function rereadOutbox(): Promise<void> {
  commands = await queue.list()
  redraw()
}

/**
 * Keeps a command on this device, shows it as done, and sends it when there is a network.
 *
 * @param known the version that is known here of what the command changes; it makes the API quicker.
 * @throws NotKept when the device does not keep it: then nothing was done.
 */
export async function submit<Id extends CommandId>(operation: Id, input: Input<Id>, known?: number): Promise<void> {
  try {
    await queue.add(operation, input, known === undefined ? {} : { knownVersion: known })
  } catch (cause) {
    throw new NotKept(operation, { cause })
  }
  await changed()
  void send()
}

/** Calls after something was sent. */
export function whenSent(react: () => void): void {
  afterSync.add(react)
}

/** Sends what waits, now and again until nothing waits. */
export async function send(): Promise<void> {
  clearTimeout(timer)
  const { done, refused: refusals, waiting: left } = await queue.sync()
  stuck = left > 0
  await changed()
  if (left > 0) timer = setTimeout(send, retryMs)
  if (done + refusals > 0) for (const react of afterSync) react()
}

/** Tries a refused command once more. */
export async function retry(key: string): Promise<void> {
  await queue.retry(key)
  await send()
}

/** Drops a command for ever. */
export async function discard(key: string): Promise<void> {
  await queue.discard(key)
  await changed()
}

async function changed(): Promise<void> {
  await rereadOutbox()
  tellOtherTabs()
}
