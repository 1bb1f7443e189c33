import { addDays } from '#domain/calendar/days-between.js'
import { type Category, categories, type Equipment } from '#domain/library/vocabulary.js'
import type { Random } from '#infrastructure/demo/random.js'
import { athleteOfCrowd, athleteWithHistory, type BenchAthlete, type HistoryLength } from '../athletes.js'

/** Who trains, since when, how often and how. */
export type Person = {
  readonly athlete: BenchAthlete
  readonly sessions: number
  readonly timeZone: string
  readonly firstDay: string
  /** The last day on which they train or plan to. */
  readonly lastDay: string
  /** The share of planned sessions that do not take place. */
  readonly missedShare: number
  /** When they like to train, in minutes after midnight. */
  readonly minute: number
  /** How gladly they train on each weekday, Monday first. */
  readonly weekdays: readonly number[]
  readonly equipment: readonly Equipment[]
  /** Where they begin on the level axis, and how much they gain in years. */
  readonly strength: Readonly<Record<Category, { readonly start: number; readonly gain: number }>>
  /** Null when they do not let their health data be used, and so tell neither body mass nor pain. */
  readonly bodyMassKg: number | null
  /** Whether all of their sessions have exercises, however old. */
  readonly inFull: boolean
}

const timeZones = [
  'Europe/Berlin',
  'America/New_York',
  'Europe/London',
  'America/Los_Angeles',
  'Asia/Tokyo',
  'America/Sao_Paulo',
  'Australia/Sydney',
  'Asia/Kolkata',
] as const

const equipmentSets = [
  [],
  ['pull-up-bar'],
  ['band', 'pull-up-bar', 'bench'],
  ['low-bar', 'parallel-bars', 'pull-up-bar', 'wall'],
  ['band', 'bench', 'box', 'low-bar', 'parallel-bars', 'pull-up-bar', 'rings', 'wall'],
] as const

const daysOfHistory = { 52: 365, 260: 600, 1000: 1_750, 5000: 3_650, 20000: 9_125 } as const

/** How long the many have been able to join. */
const crowdDays = 3 * 365
const abandonedShare = 0.38
const minutesOfDay = [6 * 60 + 30, 12 * 60 + 15, 18 * 60, 19 * 60 + 30] as const

/** Makes one of the many, who trains this often between joining and today, or gave up before. */
export function personOfCrowd(number: number, sessions: number, until: string, random: Random): Person {
  const perWeek = Math.min(10, Math.max(1, 3 * Math.exp(random.normal(0.45))))
  const days = Math.min(crowdDays, Math.max(7, Math.ceil((7 * sessions) / perWeek)))
  const idleDays = random.chance(abandonedShare) ? Math.floor(random.next() * (crowdDays - days)) : 0
  // who still trains has plans for the days ahead
  const lastDay = addDays(until, idleDays === 0 ? 5 : -idleDays)
  return {
    ...anybody(random),
    athlete: athleteOfCrowd(number),
    sessions,
    firstDay: addDays(lastDay, 1 - days),
    lastDay,
    missedShare: 0.02 + 0.22 * random.next() ** 2,
    inFull: false,
  }
}

/** Makes the athlete who has completed this many sessions, up to the last day. */
export function personWithHistory(length: HistoryLength, until: string, random: Random): Person {
  return {
    ...anybody(random),
    athlete: athleteWithHistory(length),
    sessions: length,
    timeZone: 'Europe/Berlin',
    firstDay: addDays(until, 1 - daysOfHistory[length]),
    lastDay: until,
    missedShare: 0,
    bodyMassKg: 74,
    inFull: true,
  }
}

function anybody(random: Random) {
  const strengthIn = () => ({ start: random.between(0.2, 2.4), gain: random.between(0.3, 2.2) })
  return {
    timeZone: random.pick(timeZones),
    minute: random.pick(minutesOfDay) + Math.round(random.normal(40)),
    weekdays: Array.from({ length: 7 }, () => random.between(0.15, 1)),
    equipment: random.pick<readonly Equipment[]>(equipmentSets),
    strength: Object.fromEntries(categories.map((category) => [category, strengthIn()])) as Person['strength'],
    bodyMassKg: random.chance(0.8) ? Math.round(random.between(52, 98)) : null,
  }
}
