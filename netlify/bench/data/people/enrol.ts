import { type Random, randomFrom } from '#infrastructure/demo/random.js'
import { type Athletes, athleteOfCrowd, type BenchAthlete } from '../athletes.js'
import { type Person, personOfCrowd, personWithHistory } from './person.js'
import { type Slot, scheduleOf } from './schedule.js'
import { assertShareable, sessionsMax, shareSessions } from './share-sessions.js'

/** An athlete, and when they train. */
export type Enrolled = {
  readonly person: Person
  readonly schedule: readonly Slot[]
  /** Others whose lives are the same: nothing of theirs differs but ids and the account. */
  readonly alike: readonly BenchAthlete[]
}

/** How many athletes of the crowd live alike: what one of them does is decided once, and copied for the others. */
const alikeCount = 4

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
  const withHistories = histories.map((length) => {
    const random = randomFrom(`${seed} history ${length}`)
    return scheduled(personWithHistory(length, until, random), until, random)
  })
  const many = livesOf(left, crowd, randomFrom(`${seed} shares`)).map(({ share, numbers: [number, ...alike] }) => {
    const random = randomFrom(`${seed} crowd ${number}`)
    return scheduled(personOfCrowd(number, share, until, random), until, random, alike.map(athleteOfCrowd))
  })
  return [...withHistories, ...many]
}

/** All athletes of a life. */
export function athletesOf({ person, alike }: Enrolled): readonly BenchAthlete[] {
  return [person.athlete, ...alike]
}

/** A life of the crowd: how many sessions it has, and the numbers of the athletes who live it. */
type CrowdLife = { readonly share: number; readonly numbers: readonly [number, ...number[]] }

/** Shares sessions out among lives: most are those of several athletes, and some of one, so that the sum is exact. */
function livesOf(sessions: number, crowd: number, random: Random): CrowdLife[] {
  assertShareable(sessions, crowd)
  const groups = Math.max(0, Math.floor(crowd / alikeCount) - 1)
  const single = crowd - groups * alikeCount
  const leastOfGroups = Math.ceil((sessions - single * sessionsMax) / alikeCount)
  const ofGroups = Math.max(Math.floor((sessions * groups) / crowd), leastOfGroups)
  const inGroups = groups > 0 ? shareSessions(ofGroups, groups, random) : []
  const ofSingle = shareSessions(sessions - ofGroups * alikeCount, single, random)
  return [
    ...ofSingle.map((share, index): CrowdLife => ({ share, numbers: [1 + index] })),
    ...inGroups.map((share, index): CrowdLife => {
      const first = 1 + single + index * alikeCount
      return { share, numbers: [first, first + 1, first + 2, first + 3] }
    }),
  ]
}

function scheduled(person: Person, until: string, random: Random, alike: readonly BenchAthlete[] = []): Enrolled {
  return { person, schedule: scheduleOf(person, until, random), alike }
}

/** The share of the crowd's sessions, the newest, that have exercises and sets. */
const detailedShare = 0.4

/** Returns the day from which on the newest done sessions, so many of all, have exercises and sets. */
export function detailedFrom(enrolled: readonly Enrolled[]): string {
  const dates = enrolled.flatMap(({ person, schedule, alike }) => {
    const done = person.inFull ? [] : schedule.filter(({ outcome }) => outcome === 'done')
    return done.flatMap(({ date }) => Array.from({ length: 1 + alike.length }, () => date))
  })
  const sessions = enrolled.reduce((sum, { schedule, alike }) => sum + schedule.length * (1 + alike.length), 0)
  return dates.toSorted().at(-Math.ceil(sessions * detailedShare)) ?? ''
}
