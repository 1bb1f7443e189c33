import type { OperationName } from '../operations/ask.js'
import { type Driven, drive } from './drive.js'
import { type Ground, requestsOf, type Subject } from './subject.js'
import { warmUp } from './warm-up.js'

export type Rounds = {
  readonly connections: number
  /** Rounds that are measured, after everything was warmed up. */
  readonly rounds: number
  /** How long each lasts, about. */
  readonly seconds: number
}

/** The rounds of each subject, by its name: the first of one and the first of another were next to each other. */
export type Alternated = ReadonlyMap<string, readonly Driven[]>

/**
 * Loads subjects in turn, round after round, each time beginning with another one, so that what
 * disturbs the machine disturbs all of them alike.
 */
export async function alternate(
  subjects: readonly Subject[],
  operation: OperationName,
  ground: Ground,
  { connections, rounds, seconds }: Rounds,
): Promise<Alternated> {
  const countOf = (perSecond: number) => Math.ceil(Math.max(1.5 * connections, perSecond * seconds))
  const seen = new Map<string, Driven[]>(subjects.map(({ name }) => [name, []]))
  const counts = new Map<string, number>()
  for (const subject of subjects) {
    const perSecond = await warmUp(subject, operation, ground, { connections, seconds })
    counts.set(subject.name, countOf(perSecond))
  }
  for (let round = 0; round < rounds; round += 1) {
    const first = round % subjects.length
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      const requests = counts.get(subject.name) ?? connections
      const next = await requestsOf(subject, operation, ground, requests, connections)
      const driven = await drive(subject.server, { connections, requests, next })
      counts.set(subject.name, countOf(driven.requestsPerSecond))
      seen.get(subject.name)?.push(driven)
    }
  }
  return seen
}
