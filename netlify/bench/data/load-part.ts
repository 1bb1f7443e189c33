import pg from 'pg'
import { addDays } from '#domain/calendar/days-between.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { copyRows } from './database/copy-rows.js'
import { beginLife, type Life } from './lives/life.js'
import { worldOf } from './lives/world.js'
import type { Enrolled } from './people/enrol.js'
import { type TimedRandom, timedRandom } from './people/timed-random.js'
import { addAccount } from './rows/account-rows.js'
import { addDerived, type Keys } from './rows/derived-rows.js'
import { addEvents } from './rows/event-rows.js'
import { Rows } from './rows/rows.js'
import { addSession } from './rows/session-rows.js'
import { tables } from './rows/tables.js'

/** Rows that are loaded together, in one transaction. */
const rowsPerBatch = 40_000

/** Some of the athletes, and all that is needed to live their lives; a thread can be given it. */
export type Part = {
  readonly url: string
  readonly enrolled: readonly Enrolled[]
  readonly library: readonly LibraryFacts[]
  readonly keys: Keys
  readonly seed: string
  /** The last day that has passed. */
  readonly until: string
  /** The day from which on everybody's sessions have exercises. */
  readonly detailedFrom: string
}

/**
 * Lives the lives of some athletes side by side, day by day, and loads them into a database: so rows of
 * different athletes lie between each other on the disk, in the order of time, as they do after years
 * of requests.
 *
 * @param onSessions is told how many sessions were added.
 */
export async function loadPart(part: Part, onSessions: (sessions: number) => void): Promise<void> {
  const client = new pg.Client({ connectionString: part.url })
  await client.connect()
  try {
    await client.query('set synchronous_commit = off')
    await liveAndLoad(client, part, onSessions)
  } finally {
    await client.end()
  }
}

type Living = { readonly life: Life; readonly random: TimedRandom }

async function liveAndLoad(client: pg.Client, part: Part, onSessions: (sessions: number) => void): Promise<void> {
  const { enrolled, library: facts, keys, seed, until, detailedFrom } = part
  const world = worldOf(facts, { ruleBook, until, detailedFrom })
  const rows = new Rows()
  const loadIfMany = async () => {
    if (rows.count >= rowsPerBatch) await load(client, rows)
  }
  const living = enrolled.map(({ person, schedule }): Living => {
    const random = timedRandom(`${seed} ${person.athlete.email}`)
    return { life: beginLife(person, schedule, world, random), random }
  })
  for (const { life } of living) addAccount(rows, life)
  for (const day of daysOf(enrolled)) {
    let sessions = 0
    for (const one of living) {
      sessions += liveOn(one, day, rows)
      await loadIfMany()
    }
    onSessions(sessions)
  }
  for (const { life } of living) {
    const { state, checkpoints, began, person } = life
    const derivation = { userId: person.athlete.id, state, checkpoints: checkpoints(), at: began }
    addDerived(rows, derivation, world.library, keys)
    await loadIfMany()
  }
  await load(client, rows)
}

/** Lets an athlete live a day more; returns how many sessions that brought. */
function liveOn({ life, random }: Living, day: string, rows: Rows): number {
  const { id } = life.person.athlete
  let sessions = 0
  for (const { session, events } of life.until(day)) {
    if (session) {
      addSession(rows, id, session)
      sessions += 1
    }
    addEvents(rows, id, events, random)
  }
  return sessions
}

async function load(client: pg.Client, rows: Rows): Promise<void> {
  await client.query('begin')
  for (const { table, lines } of rows.take()) await copyRows(client, table, tables[table], lines)
  await client.query('commit')
}

/** Lists the days of all lives, the first day first. */
function* daysOf(enrolled: readonly Enrolled[]): Generator<string> {
  const last = enrolled.reduce((latest, { person: { lastDay } }) => (lastDay > latest ? lastDay : latest), '')
  const first = enrolled.reduce(
    (earliest, { person: { firstDay } }) => (firstDay < earliest ? firstDay : earliest),
    last,
  )
  for (let day = first; day <= last; day = addDays(day, 1)) yield day
}
