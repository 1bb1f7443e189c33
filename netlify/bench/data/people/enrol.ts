import { randomFrom } from '#infrastructure/demo/random.js'
import type { Athletes } from '../athletes.js'
import { type Person, personOfCrowd, personWithHistory } from './person.js'
import { type Slot, scheduleOf } from './schedule.js'
import { shareSessions } from './share-sessions.js'

/** An athlete, and when they train. */
export type Enrolled = { readonly person: Person; readonly schedule: readonly Slot[] }

export type Enrolment = Athletes & {
  /** The sessions of all athletes together. */
  readonly sessions: number
  readonly seed: string
  /** The last day that has passed. */
  readonly until: string
}

/**
 * Makes the athletes of a database and their schedules. An athlete with a known history is the same in
 * every database with that seed and day, whoever else is there.
 *
 * @throws RangeError when the sessions cannot be shared among so many athletes.
 */
export function enrol({ histories, crowd, sessions, seed, until }: Enrolment): Enrolled[] {
  const left = sessions - histories.reduce((sum, length) => sum + length, 0)
  const shares = shareSessions(left, crowd, randomFrom(`${seed} shares`))
  const withHistories = histories.map((length) => {
    const random = randomFrom(`${seed} history ${length}`)
    return scheduled(personWithHistory(length, until, random), until, random)
  })
  const many = shares.map((share, index) => {
    const random = randomFrom(`${seed} crowd ${index + 1}`)
    return scheduled(personOfCrowd(index + 1, share, until, random), until, random)
  })
  return [...withHistories, ...many]
}

function scheduled(person: Person, until: string, random: ReturnType<typeof randomFrom>): Enrolled {
  return { person, schedule: scheduleOf(person, until, random) }
}

/** The share of the crowd's sessions, the newest, that have exercises and sets. */
const detailedShare = 0.4

/** Returns the day from which on the newest done sessions, so many of all, have exercises and sets. */
export function detailedFrom(enrolled: readonly Enrolled[]): string {
  const dates = enrolled.flatMap(({ person, schedule }) =>
    person.inFull ? [] : schedule.filter(({ outcome }) => outcome === 'done').map(({ date }) => date),
  )
  const sessions = enrolled.reduce((sum, { schedule }) => sum + schedule.length, 0)
  return dates.toSorted().at(-Math.ceil(sessions * detailedShare)) ?? ''
}
