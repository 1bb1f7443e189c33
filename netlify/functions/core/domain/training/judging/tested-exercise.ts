import { numberedId, SessionExerciseId, SetId } from '#domain/values/id.schema.js'
import type { LoggedExercise, TestedWork } from '../training-log.js'

/** Returns the exercise of a test as a log would keep it; only its last set was rated. */
export function testedExercise({ exerciseId, sets, rpeLast, standardSets, difficulty }: TestedWork): LoggedExercise {
  return {
    id: numberedId(SessionExerciseId, 1),
    exerciseId,
    order: 1,
    targets: standardSets,
    modifier: 'none',
    standard: { sets: standardSets, difficulty },
    sets: sets.map((amount, index) => ({
      id: numberedId(SetId, index + 1),
      setNumber: index + 1,
      side: null,
      kind: 'working',
      amount,
      rpe: index === sets.length - 1 ? rpeLast : null,
      weightKg: null,
      pain: null,
      painSite: null,
    })),
  }
}
