import { AthleteId } from '#domain/values/id.schema.js'
import { randomFrom } from '#infrastructure/demo/random.js'
import { lastingSeconds, testIssuer } from '#tests/support/tokens.js'

/** An athlete of the bench's data. The id and the mail address are the same in every database and for every seed. */
export type BenchAthlete = { readonly id: AthleteId; readonly email: string }

/**
 * The sessions of the athletes whose histories are measured by their length, the shortest first. A
 * database has those that fit into its number of sessions (`athletesIn`): one of 10,000 sessions has
 * all but the last.
 */
export const historyLengths = [52, 260, 1_000, 5_000, 20_000] as const
export type HistoryLength = (typeof historyLengths)[number]

/** Returns the athlete who has completed this many sessions, all with their exercises and sets. */
export function athleteWithHistory(length: HistoryLength): BenchAthlete {
  return named(`history-${length}`)
}

/** Returns one of the many, numbered from 1: their sessions are few or many, as people are. */
export function athleteOfCrowd(number: number): BenchAthlete {
  return named(`crowd-${number}`)
}

/** How many athletes of each kind a database of the bench has. */
export type Athletes = { readonly histories: readonly HistoryLength[]; readonly crowd: number }

/**
 * Tells which athletes are in a database with this many sessions and athletes in all.
 *
 * @throws RangeError when there are fewer sessions than athletes.
 */
export function athletesIn({ sessions, athletes }: { readonly sessions: number; readonly athletes: number }): Athletes {
  if (sessions < athletes) throw new RangeError('an athlete has at least one session')
  let left = sessions
  const histories = historyLengths.slice(0, athletes - 1).filter((length) => {
    // what is left must give each of the others a session
    const fits = left - length >= athletes
    if (fits) left -= length
    return fits
  })
  return { histories, crowd: athletes - histories.length }
}

/** How many athletes a database has for its sessions, unless it is said: 500 sessions each, over three years. */
export function athletesFor(sessions: number): number {
  return Math.max(1, Math.round(sessions / 500))
}

/**
 * Makes access tokens for athletes of a loaded database, which every function of the API takes: signed
 * by a key that is entered into `auth_jwks`, good for ten years and for every scope.
 *
 * @param databaseUrl of the owner of the tables.
 * @param baseUrl of the API that is measured (`BASE_URL`).
 */
export async function benchTokens(
  databaseUrl: string,
  baseUrl: string,
): Promise<(athlete: BenchAthlete) => Promise<string>> {
  const { issueToken } = await testIssuer(databaseUrl, baseUrl)
  return ({ id }) => issueToken({ sub: id, expiresIn: lastingSeconds })
}

function named(name: string): BenchAthlete {
  return { id: randomFrom(`bench athlete ${name}`).newId(AthleteId), email: `${name}@bench.example.com` }
}
