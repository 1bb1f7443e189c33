import pg from 'pg'
import { addDays } from '#domain/calendar/days-between.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { copyRows } from './database/copy-rows.js'
import { beginLife, type Life } from './lives/life.js'
import { worldOf } from './lives/world.js'
import { athletesOf, type Enrolled } from './people/enrol.js'
import { type TimedRandom, timedRandom } from './people/timed-random.js'
import { addAccount } from './rows/account-rows.js'
import { markOf, rowsOfAnother } from './rows/alike.js'
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

type Living = {
  readonly life: Life
  readonly random: TimedRandom
  /** What makes its rows those of each athlete who lives alike. */
  readonly changes: readonly ((lines: string) => string)[]
}

async function liveAndLoad(client: pg.Client, part: Part, onSessions: (sessions: number) => void): Promise<void> {
  const { enrolled, library: facts, keys, seed, until, detailedFrom } = part
  const world = worldOf(facts, { ruleBook, until, detailedFrom })
  const rows = new Rows()
  const loadIfMany = async () => {
    if (rows.count >= rowsPerBatch) await load(client, rows)
  }
  const living = enrolled.map((one): Living => {
    const { person, schedule, alike } = one
    const random = timedRandom(`${seed} ${person.athlete.email}`, markOf(person.athlete))
    const life = beginLife(person, schedule, world, random)
    for (const athlete of athletesOf(one)) addAccount(rows, { ...life, person: { ...person, athlete } })
    return { life, random, changes: alike.map((other) => rowsOfAnother(person.athlete, other)) }
  })
  for (const day of daysOf(enrolled)) {
    let sessions = 0
    for (const one of living) {
      sessions += liveOn(one, day, rows)
      await loadIfMany()
    }
    onSessions(sessions)
  }
  for (const { life, changes } of living) {
    const { state, checkpoints, began, person } = life
    const derivation = { userId: person.athlete.id, state, checkpoints: checkpoints(), at: began }
    const own = new Rows()
    addDerived(own, derivation, world.library, keys)
    rows.move(own, changes)
    await loadIfMany()
  }
  await load(client, rows)
}

/** Lets athletes who live alike live a day more; returns how many sessions that brought to all of them. */
function liveOn({ life, random, changes }: Living, day: string, rows: Rows): number {
  const { id } = life.person.athlete
  let sessions = 0
  for (const { session, events } of life.until(day)) {
    const own = new Rows()
    if (session) {
      addSession(own, id, session)
      sessions += 1 + changes.length
    }
    addEvents(own, id, events, random)
    rows.move(own, changes)
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
