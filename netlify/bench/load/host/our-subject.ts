import { v7 as newId } from 'uuid'
import type { Ground, Subject } from '../drive/subject.js'
import { type Athlete, type OpenSession, type OperationName, titles } from '../operations/ask.js'
import { wholeSession, yesterday } from '../operations/bodies.js'
import { bearer, ourDialect } from '../operations/our-dialect.js'
import type { Server } from '../servers/server.js'

export const ourName = 'CalisthenIQ'

/** The product, which writes for the athletes who have a history. */
export function ourSubject(server: Server, { targets }: Pick<Ground, 'targets'>, name = ourName): Subject {
  const writers = targets.crowd
  return {
    name,
    server,
    dialect: ourDialect,
    answers: new Set(Object.keys(titles) as OperationName[]),
    writers,
    beginSessions: (count) => beginSessions(server, writers, count),
    readSessions: (open) => readSessions(server, open),
  }
}

const atOnce = 8

/** Writes sessions of yesterday that wait to be completed, through the API. */
async function beginSessions(server: Server, athletes: readonly Athlete[], count: number) {
  const waiting = Array.from({ length: count }, (_, index) => {
    const athlete = athletes[index % athletes.length]
    if (!athlete) throw new Error('there is no athlete to write for')
    return { athlete, id: newId() }
  })
  for (let from = 0; from < count; from += atOnce) {
    await Promise.all(waiting.slice(from, from + atOnce).map((one) => begin(server, one)))
  }
  return waiting
}

async function begin({ port }: Server, { athlete, id }: { athlete: Athlete; id: string }): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/sessions/${id}`, {
    method: 'PUT',
    headers: { ...bearer(athlete), 'content-type': 'application/json' },
    body: JSON.stringify(wholeSession(yesterday(), 'in_progress')),
  })
  if (!response.ok) throw new Error(`a session could not be begun: ${response.status} ${await response.text()}`)
}

/** Opens workouts as an app does: it reads each, and knows the versions of its exercises from then on. */
async function readSessions(server: Server, open: readonly OpenSession[]): Promise<OpenSession[]> {
  const read: OpenSession[] = []
  for (let from = 0; from < open.length; from += atOnce) {
    read.push(...(await Promise.all(open.slice(from, from + atOnce).map((one) => readSession(server, one)))))
  }
  return read
}

type Shown = { readonly exercises: readonly { readonly id: string; readonly version: number }[] }

async function readSession({ port }: Server, open: OpenSession): Promise<OpenSession> {
  const { path, ...init } = ourDialect({ operation: 'session', athlete: open.athlete, id: open.id })
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
  if (!response.ok) throw new Error(`a session could not be read: ${response.status} ${await response.text()}`)
  const { exercises } = (await response.json()) as Shown
  const versions = open.exercises.map((id) => exercises.find((one) => one.id === id)?.version ?? Number.NaN)
  return { ...open, versions }
}
