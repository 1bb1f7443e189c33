import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { peersFolder } from '../folders.js'
import type { WireRequest } from '../operations/ask.js'

type Outgoing = { readonly method: string; readonly path: string; readonly headers: object; readonly body?: string }

type Options = {
  readonly url: string
  readonly connections: number
  readonly amount: number
  readonly timeout: number
  /** Milliseconds between two looks at the clock: the load ends at one of them. */
  readonly sampleInt: number
  readonly requests: readonly { setupRequest(request: Outgoing): Outgoing }[]
}

/** The part of autocannon that is used here. It is installed by the bench, so it has no types here. */
type Autocannon = (options: Options) => PromiseLike<{ readonly errors: number; readonly timeouts: number }> & {
  on(event: 'response', heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void): void
}

/** What came of a load. */
export type Shots = {
  /** How long each answer took, in milliseconds. */
  readonly milliseconds: readonly number[]
  /** From the first answer to the last, in seconds. */
  readonly seconds: number
  /** Answers that were no success, and requests without an answer. */
  readonly errors: number
}

export type Load = {
  readonly port: number
  readonly connections: number
  /** How many are sent. All of them are answered before the next load, so that none disturbs it. */
  readonly requests: number
  readonly next: () => WireRequest
}

let loaded: Promise<Autocannon> | undefined

/** Lets autocannon send requests over so many connections, each as soon as the one before was answered. */
export async function fire({ port, connections, requests, next }: Load): Promise<Shots> {
  loaded ??= load()
  const autocannon = await loaded
  const milliseconds: number[] = []
  let [failed, firstAt, lastAt] = [0, 0, 0]
  const run = autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: Math.min(connections, requests),
    amount: requests,
    timeout: 30,
    sampleInt: 50,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
  })
  run.on('response', (_, status, __, took) => {
    lastAt = performance.now()
    firstAt ||= lastAt
    milliseconds.push(took)
    if (status < 200 || status > 299) failed += 1
  })
  const { errors, timeouts } = await run
  return { milliseconds, seconds: (lastAt - firstAt) / 1000, errors: failed + errors + timeouts }
}

async function load(): Promise<Autocannon> {
  const path = join(peersFolder, 'node_modules/autocannon/autocannon.js')
  const module: { default: Autocannon } = await import(pathToFileURL(path).href)
  return module.default
}
