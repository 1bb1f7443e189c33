import type { CoachExercise, SlotKey } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import type { CurrentRung } from './current-rung.js'
import { easiestOf, hardestOf, isBelowBy, isWithin } from './difficulty-order.js'
import { chanceOfStart } from './fitting-rungs.js'
import { exceedsStandard, isConcentric, nextRung, variantOf } from './next-rung.js'
import type { SitePain } from './pain-effect.js'
import type { KeptBecause, RungRule } from './rung-rule.js'
import type { GoalByStep } from './unlock-way.js'

/** A rung and why it was chosen. */
export type RungChoice = { readonly exercise: CoachExercise; readonly rule: RungRule }

/** What a rule looks at: a slot in which something fits. */
export type Situation = {
  readonly key: SlotKey
  readonly view: CoachView
  readonly fit: readonly CoachExercise[]
  readonly top: CoachExercise
  readonly eased: readonly SitePain[]
  readonly current: CurrentRung | null
  readonly goals: GoalByStep
}

type Rule = (situation: Situation) => RungChoice | null

/** The rules in the order in which they are asked; the last one always answers. */
export const rungRules: readonly Rule[] = [
  easedForPain,
  downAfterFailures,
  onTheWayFromTopped,
  stillGrowing,
  next,
  variantAfterStall,
  keptForWantOfBetter,
  onTheWay,
  hardestThatFits,
]

function easedForPain({ eased, fit, top, view }: Situation): RungChoice | null {
  if (eased.length === 0) return null
  const { easedBy } = view.rules.coach.rung
  const easier = hardestOf(fit.filter((exercise) => isBelowBy(easedBy, exercise, top, view.rules)))
  const exercise = easier ?? easiestOf(fit) ?? top
  return { exercise, rule: { id: 'rung.eased_for_pain', sites: eased, below: top.slug, threshold: easedBy } }
}

function downAfterFailures({ current, fit, view }: Situation): RungChoice | null {
  const { downDays } = view.rules.coach.rung
  if (!current) return null
  const { exercise: from, downDaysAgo } = current
  if (downDaysAgo === null || downDaysAgo > downDays) return null
  const exercise = hardestOf(fit.filter(({ difficulty }) => difficulty < from.difficulty))
  if (!exercise) return null
  const inputs = { from: from.slug, daysAgo: downDaysAgo }
  return { exercise, rule: { id: 'rung.down_after_failures', ...inputs, threshold: downDays } }
}

function onTheWayFromTopped(situation: Situation): RungChoice | null {
  const { current } = situation
  if (!current || !fits(current, situation) || !current.isTopped) return null
  return stepOnTheWay(situation, ({ difficulty }) => difficulty >= current.exercise.difficulty)
}

function stillGrowing(situation: Situation): RungChoice | null {
  const current = usable(situation)
  return current && !current.isTopped && !current.isStalled ? kept(current, 'still_growing', situation) : null
}

function next(situation: Situation): RungChoice | null {
  const { view, key, fit } = situation
  const current = usable(situation)
  const exercise = current?.isTopped ? nextRung(current.exercise, key, fit, view) : undefined
  if (!current || !exercise) return null
  const { chance, standing, exercise: from } = current
  const threshold = view.rules.coach.rung.fitsFrom
  return { exercise, rule: { id: 'rung.next', from: from.slug, mastered: standing.mastered, chance, threshold } }
}

function variantAfterStall(situation: Situation): RungChoice | null {
  const { view, fit } = situation
  const current = usable(situation)
  const exercise = current?.isStalled ? variantOf(current.exercise, fit, view) : undefined
  if (!current || !exercise) return null
  const { standing, daysWithoutGain, exercise: from } = current
  const { sessionsWithoutGain } = standing
  const inputs = { from: from.slug, sessionsWithoutGain, daysWithoutGain }
  return {
    exercise,
    rule: { id: 'rung.variant_after_stall', ...inputs, threshold: view.rules.coach.rung.stall.sessions },
  }
}

function keptForWantOfBetter(situation: Situation): RungChoice | null {
  const current = usable(situation)
  return current && kept(current, current.isTopped ? 'nothing_harder' : 'no_variant', situation)
}

function onTheWay(situation: Situation): RungChoice | null {
  return stepOnTheWay(situation, () => true)
}

/**
 * Takes the hardest in reps: a hold, an eccentric or a balance only when it is much harder, or when
 * the rung in reps would be a matter of endurance.
 */
function hardestThatFits({ fit, top, view }: Situation): RungChoice {
  const { repsBelow, fitsFrom } = view.rules.coach.rung
  const inReps = hardestOf(fit.filter((exercise) => isConcentric(exercise, view.rules)))
  const isGood = inReps && isWithin(repsBelow, inReps, top, view.rules) && !exceedsStandard(inReps, view)
  const exercise = isGood ? inReps : top
  const chance = chanceOfStart(exercise, view)
  return { exercise, rule: { id: 'rung.hardest_that_fits', chance, threshold: fitsFrom } }
}

function stepOnTheWay(situation: Situation, isMeant: (exercise: CoachExercise) => boolean): RungChoice | null {
  const { fit, top, view, goals, current } = situation
  const { pathBelow } = view.rules.coach.rung
  const exercise = hardestOf(
    fit.filter((step) => goals.has(step.id) && isWithin(pathBelow, step, top, view.rules) && isMeant(step)),
  )
  if (!exercise) return null
  const goal = goals.get(exercise.id)?.slug ?? exercise.slug
  const inputs = { from: current?.exercise.slug ?? null, goal, chance: chanceOfStart(exercise, view) }
  return { exercise, rule: { id: 'rung.goal_path', ...inputs, threshold: pathBelow } }
}

/** Tells whether the current rung still fits, and was trained lately. */
function fits({ exercise, isRecent }: CurrentRung, { fit }: Situation): boolean {
  return isRecent && fit.includes(exercise)
}

/** Returns the current rung when it can go on: it fits, and is not far below the hardest that does. */
function usable(situation: Situation): CurrentRung | null {
  const { current, top, view } = situation
  if (!current || !fits(current, situation)) return null
  return isWithin(view.rules.coach.rung.keptBelow, current.exercise, top, view.rules) ? current : null
}

function kept({ exercise, chance, standing }: CurrentRung, because: KeptBecause, { view }: Situation): RungChoice {
  const { sessionsWithoutGain } = standing
  const threshold = view.rules.coach.rung.fitsFrom
  return { exercise, rule: { id: 'rung.keep', because, chance, sessionsWithoutGain, threshold } }
}
