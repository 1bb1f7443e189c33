import { explainWarmUp } from '#domain/coach/explain/explain-warm-up.js'
import type { WarmupStep } from '#domain/coach/recommendation.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import type { NextWorkout } from './next-workout.schema.js'

/** A step of a warm-up, or of a day of recovery, as it is answered. */
export function presentWarmUp(step: WarmupStep): NextWorkout['warmUp'][number] {
  const explanation = explainWarmUp(step)
  if (step.kind === 'general') {
    return { kind: step.kind, seconds: step.seconds, exercise: null, sets: [], rpeCap: null, explanation }
  }
  const count = step.kind === 'mobility' ? step.sets : 1
  const targets = Array.from({ length: count }, () => step.target)
  return {
    kind: step.kind,
    seconds: null,
    exercise: exerciseRefOf(step.exercise),
    sets: setPrescriptions(targets, step.exercise.metric),
    rpeCap: step.kind === 'mobility' ? step.rpeCap : null,
    explanation,
  }
}
