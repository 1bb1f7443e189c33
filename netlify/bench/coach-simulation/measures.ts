import { painEffect } from '#domain/coach/pain-effect.js'
import { groupOf, isStrengthSlot } from '#domain/coach/slot-groups.js'
import { slotKeyOf } from '#domain/coach/slot-key.js'
import { strengthSlots } from '#domain/library/vocabulary.js'
import { mean, sum } from '#domain/values/statistics.js'
import { listFarBelow } from './far-below.js'
import type { DoneSet } from './perform.js'
import type { Journey, SimulatedSession } from './run.js'
import { spikesOf } from './spikes.js'
import { truth } from './truth.js'

/** What is measured of one athlete's weeks; shares are in percent. */
export type Measures = {
  readonly gained: number
  readonly push: number
  readonly pull: number
  readonly legs: number
  readonly core: number
  readonly effective: number
  readonly easy: number
  readonly failed: number
  readonly farBelow: number
  /** Of these, what neither pain nor failures nor the end of what fits explains; NaN where nobody says. */
  readonly farBelowByChoice: number
  readonly weeksInRange: number
  readonly weeksAboveCap: number
  readonly exercises: number
  readonly rungs: number
  readonly spikes: number
  readonly largeSpikes: number
  readonly barredSets: number
  readonly overTime: number
  readonly emptyDays: number
  readonly pushPullDifference: number
  readonly twoDaysRunning: number
  readonly sessions: number
  readonly sets: number
  readonly estimateError: number
}

/** Measures one athlete's weeks. */
export function measure(journey: Journey): Measures {
  const { before, after, sessions, archetype, emptyDays, errors } = journey
  const sets = sessions.flatMap(({ items }) => items.flatMap((item) => item.sets))
  const share = (isOne: (set: DoneSet) => boolean) => (100 * sets.filter(isOne).length) / sets.length
  const [push, pull, legs] = [after.push - before.push, after.pull - before.pull, after.legs - before.legs]
  const spikes = spikesOf(journey)
  const weeks = slotWeeks(journey)
  return {
    ...{ gained: (push + pull + legs) / 3, push, pull, legs, core: after.core - before.core },
    effective: share((set) => effortOf(set) >= 6.5 && effortOf(set) <= 9 && !set.failed),
    easy: share((set) => effortOf(set) <= 5),
    failed: share(({ failed }) => failed),
    ...farBelowShares(journey, sets.length),
    ...weeks,
    exercises: new Set(sessions.flatMap(({ items }) => items.map(({ exercise }) => exercise.slug))).size,
    rungs: rungsClimbed(sessions),
    spikes: spikes.length,
    largeSpikes: spikes.filter((ratio) => ratio > journey.rules.load.spike.smallMax).length,
    barredSets: barredSets(journey),
    overTime: sessions.filter(({ seconds }) => seconds > 60 * archetype.minutes).length,
    emptyDays,
    pushPullDifference: mean(sessions.map(pushPullDifference)) ?? 0,
    twoDaysRunning: twoDaysRunning(sessions),
    sessions: sessions.length,
    sets: sets.length,
    estimateError: mean(errors.map(Math.abs)) ?? 0,
  }
}

function farBelowShares(journey: Journey, sets: number) {
  const all = listFarBelow(journey)
  const shareOf = (some: typeof all) => (100 * sum(some.map((one) => one.sets))) / sets
  const says = journey.sessions.some(({ items }) => items.some(({ chosen }) => chosen !== undefined))
  return {
    farBelow: shareOf(all),
    farBelowByChoice: says ? shareOf(all.filter(({ why }) => why === 'choice')) : Number.NaN,
  }
}

/** The RPE that a set really had, in halves as people rate it. */
function effortOf({ reserve }: DoneSet): number {
  return Math.round(2 * (10 - reserve)) / 2
}

function isHard({ rpe }: DoneSet): boolean {
  return rpe === null || rpe >= truth.rpe.hardFrom
}

function slotWeeks({ sessions, weeks, rules, before, after }: Journey) {
  const { strength, core } = rules.coach.week
  const all = Array.from({ length: weeks }, (_, week) =>
    strengthSlots.map((slot) => {
      const group = groupOf[slot]
      const level = Math.max(0, Math.min(5, Math.floor((before[group] + after[group]) / 2)))
      const { target, cap } = (slot === 'core' ? core : strength)[level] ?? { target: 0, cap: 0 }
      const items = sessions.filter((session) => session.week === week).flatMap((session) => session.items)
      const done = sum(
        items.filter((item) => slotKeyOf(item.exercise) === slot).map((item) => item.sets.filter(isHard).length),
      )
      return { done, target, cap }
    }),
  ).flat()
  const share = (isOne: (one: (typeof all)[number]) => boolean) => (100 * all.filter(isOne).length) / all.length
  return {
    weeksInRange: share(({ done, target, cap }) => done >= 0.6 * target && done <= cap),
    weeksAboveCap: share(({ done, cap }) => done > cap),
  }
}

/** Counts how often a slot went on to an exercise that is harder than all before. */
function rungsClimbed(sessions: readonly SimulatedSession[]): number {
  const hardest = new Map<string, number>()
  let climbed = 0
  for (const { exercise } of sessions.flatMap(({ items }) => items)) {
    const key = slotKeyOf(exercise)
    const before = hardest.get(key)
    if (before !== undefined && exercise.difficulty > before) climbed += 1
    hardest.set(key, Math.max(before ?? 0, exercise.difficulty))
  }
  return climbed
}

function barredSets({ archetype, sessions, firstDay, rules }: Journey): number {
  const { ache } = archetype
  if (!ache) return 0
  const during = sessions.filter(({ day }) => day - firstDay >= ache.from && day - firstDay <= ache.to)
  const barred = during.flatMap(({ items }) => items.filter(({ exercise }) => painEffect(exercise, ache, rules).barred))
  return sum(barred.map(({ sets }) => sets.length))
}

function pushPullDifference({ items }: SimulatedSession): number {
  const setsOf = (group: 'push' | 'pull') =>
    sum(items.filter(({ exercise }) => groupOfItem(exercise) === group).map(({ sets }) => sets.length))
  return Math.abs(setsOf('push') - setsOf('pull'))
}

function groupOfItem(exercise: Parameters<typeof slotKeyOf>[0]) {
  const key = slotKeyOf(exercise)
  return isStrengthSlot(key) ? groupOf[key] : undefined
}

/** Counts sessions that train a group of which there were hard sets the day before. */
function twoDaysRunning(sessions: readonly SimulatedSession[]): number {
  const groupsOf = ({ items }: SimulatedSession) => {
    const hard = items.filter(({ sets }) => sets.filter(isHard).length >= 2)
    return hard.map(({ exercise }) => groupOfItem(exercise)).filter((group) => group && group !== 'core')
  }
  return sessions.filter((session, index) => {
    const before = sessions[index - 1]
    if (!before || before.day !== session.day - 1) return false
    const yesterday = new Set(groupsOf(before))
    return groupsOf(session).some((group) => yesterday.has(group))
  }).length
}
