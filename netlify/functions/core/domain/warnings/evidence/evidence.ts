import { addDays } from '#domain/calendar/days-between.js'
import { inOrder } from '#domain/calendar/in-order.js'
import type { Library } from '#domain/library/library-facts.js'
import type { Category, PainSite } from '#domain/library/vocabulary.js'
import { evidenceDays } from '#domain/load/days-looked-at.js'
import type { EffortHistory } from '#domain/load/effort-history.js'
import type { PerformedSession, SessionLoads } from '#domain/load/performed-session.js'
import type { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { Steps } from '#domain/values/steps.js'
import { type Flag, type FlagFacts, noFlagFacts } from '../warning-flag.js'
import type { Residuals } from './residuals.js'

/** Of an athlete who trains rarely so many sessions are looked at, whatever their age. */
export const evidenceSessions = 12

/** What is known of an athlete when warnings are asked for. */
export type Situation = {
  /** What was trained in the last days (`evidenceDays`), and the last sessions (`evidenceSessions`), at least. */
  readonly sessions: readonly PerformedSession[]
  /** How far the last sessions lay from what was expected, as it was noted while the log was folded. */
  readonly residuals: Residuals
  readonly library: Library
  /** Those since `warningsLookSince`, and the last before (`sessionsLookedAtBefore`). */
  readonly loads: readonly SessionLoads[]
  readonly efforts: EffortHistory
  readonly checkIns: readonly DailyCheckIn[]
  /** Day in the athlete's zone. */
  readonly today: string
}

/** The facts that one warning looks at, what they are about, and the first of their days. */
export type Evidence = {
  readonly facts: Partial<FlagFacts>
  readonly since: string
  readonly category: Category | null
  readonly exerciseId: ExerciseId | null
  readonly painSite: PainSite | null
}

/** A function that gathers what one warning looks at; null when nothing is known. */
export type Gather = (situation: Situation, rules: TrainingRules) => Evidence | null

/** The same for what is too much to be gathered at a stretch. */
export type GatherInSteps = (situation: Situation, rules: TrainingRules) => Steps<Evidence | null>

type Rule = (facts: FlagFacts, rules: TrainingRules) => Flag | null

/** Makes evidence, which is about nothing in particular unless `about` says so. */
export function evidence(facts: Partial<FlagFacts>, since: string, about: Partial<Evidence> = {}): Evidence {
  return { category: null, exerciseId: null, painSite: null, ...about, facts, since }
}

/**
 * Chooses among several things that a warning could be about: the first that raises it, else the
 * first.
 */
export function mostTelling(candidates: readonly Evidence[], rule: Rule, rules: TrainingRules): Evidence | null {
  const raising = candidates.find(({ facts }) => rule({ ...noFlagFacts, ...facts }, rules) !== null)
  return raising ?? candidates[0] ?? null
}

/** Lists the sessions that are evidence, up to today and in the order in which they were performed. */
export function sessionsSoFar({ sessions, today }: Situation): PerformedSession[] {
  const soFar = inOrder(sessions.filter(({ date }) => date <= today))
  const first = addDays(today, -evidenceDays)
  return soFar.filter(({ date }, place) => date >= first || place >= soFar.length - evidenceSessions)
}

/** Tells whether a day, which is not in the future, is recent enough to show how things are now. */
export function isCurrent(day: string, { today }: Situation, rules: TrainingRules): boolean {
  return day > addDays(today, -rules.flags.currentDays)
}
