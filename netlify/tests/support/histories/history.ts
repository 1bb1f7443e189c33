import type { Answered, TestApi, TestAthlete } from '../api.js'

/** One step of a history: an action, and numbers from which its details are drawn. */
export type Step = {
  readonly action: string
  /** Chooses among what is there. */
  readonly pick: number
  /** Chooses a part of it. */
  readonly part: number
  /** Gives the amount. */
  readonly amount: number
  /** Sends the request twice at once under one idempotency key. */
  readonly twice: boolean
}

/** A history under way: an athlete, the clock, and the requests so far. */
export type Life = {
  readonly api: TestApi
  readonly athlete: TestAthlete
  /** Milliseconds since 1970. */
  clock: number
  readonly sessions: string[]
  /** `POST /sessions/… {…} -> 201`, to be read when something went wrong. */
  readonly asked: string[]
}

type Method = 'post' | 'put' | 'patch' | 'delete'

const dayMs = 86_400_000

/** Begins a history without facts. */
export async function beginLife(api: TestApi): Promise<Life> {
  const clock = Date.UTC(2026, 2, 2, 8)
  api.setNow(new Date(clock))
  return { api, athlete: await api.athlete({ timeZone: 'Europe/Berlin' }), clock, sessions: [], asked: [] }
}

/** Lets time pass. */
export function pass(life: Life, ms: number): void {
  life.clock += ms
  life.api.setNow(new Date(life.clock))
}

export function passDays(life: Life, days: number): void {
  pass(life, days * dayMs)
}

/** Returns the date some days before the clock's; negative days are in the future. */
export function daysAgo({ clock }: Life, days: number): string {
  return new Date(clock - days * dayMs).toISOString().slice(0, 10)
}

/**
 * Sends a request, twice at once under one key when the step says so, and returns the first answer.
 * Records every answer.
 */
export async function ask(
  life: Life,
  { twice }: Step,
  method: Method,
  path: string,
  body?: unknown,
): Promise<Answered> {
  const headers: Record<string, string> = twice ? { 'idempotency-key': crypto.randomUUID() } : {}
  const send = () =>
    method === 'delete' ? life.athlete.delete(path, { headers }) : life.athlete[method](path, body, { headers })
  const answers = await Promise.all(twice ? [send(), send()] : [send()])
  const statuses = answers.map(({ status, body: problem }) => `${status} ${problem?.code ?? ''}`.trim()).join(', ')
  life.asked.push(`${method.toUpperCase()} ${path} ${JSON.stringify(body) ?? ''} -> ${statuses}`)
  const done = answers.find(({ status }) => status < 300) ?? answers[0]
  if (!done) throw new Error('nothing was answered')
  if (answers.some(({ status }) => status >= 500)) throw new Error(`a fault of ours: ${life.asked.at(-1)}`)
  return done
}

/** Reads one of the sessions; null when there is none. */
export async function sessionOf(life: Life, { pick }: Step): Promise<Answered['body'] | null> {
  const id = choose(life.sessions, pick)
  if (id === undefined) return null
  const { status, body } = await life.athlete.get(`/sessions/${id}`)
  return status === 200 ? body : null
}

export function choose<Thing>(things: readonly Thing[], pick: number): Thing | undefined {
  return things[pick % things.length]
}
