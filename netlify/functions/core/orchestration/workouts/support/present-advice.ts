import type { AdviceInputs } from '#domain/coach/advice/advice-inputs.js'
import { type Advice, advise } from '#domain/coach/advice/advise.js'
import { blockedSites } from '#domain/coach/explain/explain-blocked.js'
import { explainRecommended } from '#domain/coach/explain/explain-day.js'
import { explainEasierWeek, explainHint, explainSlotWeek, reserveSentence } from '#domain/coach/explain/explain-week.js'
import { dateOf } from '#domain/coach/reading/day-number.js'
import type { SlotWeek } from '#domain/coach/recommendation.js'
import type { Library } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { needsOf } from './category-needs.js'
import type { NextWorkout } from './next-workout.schema.js'
import { presentExercises } from './present-exercises.js'
import { presentReason } from './present-reason.js'
import { presentWarmUp } from './present-warm-up.js'

/** What an answer says besides what the coach decides. */
export type AskedBy = Pick<NextWorkout, 'seed' | 'placeId'>

/** The most exercises that are listed as left out: as many as a person would read. */
const leftOutMax = 20

/**
 * Answers a question about a day, from what it rests on alone: the same inputs, library and rules
 * give the same answer, byte for byte.
 */
export function nextWorkoutOf(inputs: AdviceInputs, by: AskedBy, library: Library, rules: TrainingRules): NextWorkout {
  const advice = advise(inputs, library, rules)
  const { recommendation, nearMisses, missing, week, hints } = advice
  const { question, easierWeek } = inputs
  return {
    date: question.date,
    kind: recommendation.kind,
    rules: explainRecommended(recommendation).map(presentReason),
    plannedSessions: [...inputs.plannedSessions],
    placeId: by.placeId,
    seed: by.seed,
    rulesVersion: rules.version,
    note: reserveSentence,
    minutes: question.minutes,
    totalMinutes: Math.ceil((recommendation.seconds ?? 0) / 6) / 10,
    arrangement: recommendation.arrangement,
    warmUp: recommendation.warmup.map(presentWarmUp),
    categories: needsOf(advice, question.categories),
    exercises: presentExercises(advice),
    blocked: presentBlocked(advice),
    leftOut: nearMisses.slice(0, leftOutMax).map(({ exercise, bar }) => ({ slug: exercise.slug, bar })),
    missing: missing.map(({ key, reason }) => ({ key, reason: presentReason(reason) })),
    week: week.map(presentSlotWeek),
    hints: hints.map((hint) => ({ item: hint.item, slots: [...hint.slots], explanation: explainHint(hint) })),
    easierWeek: easierWeek && {
      begun: easierWeek.begun,
      triggers: [...easierWeek.triggers],
      explanation: explainEasierWeek(easierWeek),
    },
  }
}

/** Leaves the reasons out of an answer: what is to be done stays. */
export function slim(answer: NextWorkout): NextWorkout {
  const exercises = answer.exercises.map((exercise) => ({ ...exercise, why: [], adjustments: [] }))
  return { ...answer, rules: [], missing: [], leftOut: [], hints: [], exercises }
}

/** The hard sets of a slot in seven days, as they are answered. */
export function presentSlotWeek(week: SlotWeek): NextWorkout['week'][number] {
  const round = (count: number) => Math.round(count * 10) / 10
  const { slot, hardSets, target, cap } = week
  return { slot, hardSets, target: round(target), cap: round(cap), explanation: explainSlotWeek(week) }
}

function presentBlocked({ recommendation, view }: Advice): NextWorkout['blocked'] {
  return blockedSites(recommendation.blocked).map((blocked) => {
    const days = view.athlete.pain.filter(({ site }) => site === blocked.site).map(({ day }) => day)
    return {
      site: blocked.site,
      on: dateOf(Math.max(...days)),
      pain: blocked.pain,
      tags: [...blocked.barredTags],
      slots: [...blocked.barredSlots],
      easedSlots: [...blocked.easedSlots],
      thresholds: { ...blocked.thresholds },
      explanation: blocked.explanation,
    }
  })
}
