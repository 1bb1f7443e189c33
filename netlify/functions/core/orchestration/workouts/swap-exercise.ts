import { exerciseByKey, exerciseIn, type LibraryFacts } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { planExercise, plannableByKey } from '#domain/session/plan-exercise.js'
import { exerciseOf } from '#domain/session/session-exercises.js'
import { assertSwappable, swapExercise as swap } from '#domain/session/swap-exercise.js'
import { blockedSites } from '#domain/workout/blocked-sites.js'
import { chooseSwap, type Swap, type SwapKind, type SwapRequest } from '#domain/workout/choose-swap.js'
import { plannedSets } from '#domain/workout/planned-sets.js'
import { command } from '#orchestration/operation.js'
import { exerciseNotFound, expectVersion } from '#orchestration/refusals.js'
import { changeLoaded } from '#orchestration/sessions/support/change-session.js'
import { loadedFrom } from '#orchestration/sessions/support/load-session.js'
import { presentExercise } from '#orchestration/sessions/support/present-session.js'
import { SessionExercisePath } from '#orchestration/sessions/support/schemas.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import type { Training } from '#orchestration/training/read-training.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { listOwnPrescriptions } from '#queries/user-exercise-configs.js'
import { findSession } from '#queries/workout-sessions.js'
import { plannableOf } from './support/plannable-of.js'
import { presentAdjustments, presentReasons } from './support/present-workout.js'
import { prescriptionsByExercise, workoutFactsOf } from './support/read-workout-facts.js'
import { SwapExercise, SwappedExercise } from './support/swap.schema.js'

export const swapExercise = command({
  id: 'sessions.swapExercise',
  http: { method: 'POST', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}/swap', status: 200 },
  summary: 'Swap an exercise for a lateral or easier one',
  description:
    'Puts a neighbour of the skill graph in the place of an exercise of which nothing is logged, in a session that is planned or in ' +
    'progress, with the sets that the athlete would do of it now. `If-Match` names the version of the exercise.',
  access: { scope: 'sessions:write' },
  input: { params: SessionExercisePath, body: SwapExercise },
  output: SwappedExercise,
  refusals: [
    'ACCOUNT_NOT_FOUND',
    'SESSION_NOT_FOUND',
    'SESSION_EXERCISE_NOT_FOUND',
    'SESSION_NOT_OPEN',
    'EXERCISE_NOT_FOUND',
    'SWAP_NOT_POSSIBLE',
    'VERSION_MISMATCH',
  ],
  run: async (context, { params: { sessionId, sessionExerciseId }, body }) => {
    const { more, ...training } = await readTrainingWith(context, [
      findSession({ userId: context.athleteId, id: sessionId }),
      listOwnPrescriptions({ userId: context.athleteId }),
    ])
    const loaded = loadedFrom(context, more[0])
    const { session } = loaded
    const planned = exerciseOf(session, sessionExerciseId)
    expectVersion(context, planned.version)
    assertSwappable(session, sessionExerciseId)
    const prescriptions = prescriptionsByExercise(more[1])
    const facts = workoutFactsOf(context, training, prescriptions)
    const from = exerciseIn(training.library, planned.exercise.id)
    const taken = session.exercises.map(({ exercise }) => exercise.id)
    const chosen = chooseSwap(swapRequestOf(training, from, taken, body, context.rules), facts, context.rules)
    const { targets, adjustments } = plannedSets(chosen.exercise, facts, context.rules)
    const request = { exercise: chosen.exercise.slug, sets: setPrescriptions(targets, chosen.exercise.metric) }
    const plannable = plannableByKey([plannableOf(chosen.exercise, prescriptions)])
    return changeLoaded(
      context,
      loaded,
      (current, moment) => swap(current, sessionExerciseId, (place) => planExercise(request, plannable, place, moment)),
      (after) => ({
        from: exerciseRefOf(from),
        ...presentSwap(chosen),
        adjustments: presentAdjustments({ adjustments }),
        exercise: presentExercise(exerciseOf(after, sessionExerciseId)),
      }),
    )
  },
})

function presentSwap({ exercise, kind, pSuccess, score, terms, reasons }: Swap) {
  return {
    to: exerciseRefOf(exercise),
    kind,
    pSuccess,
    score,
    terms: { ...terms },
    reasons: presentReasons({ reasons }),
  }
}

type Asked = { readonly to?: string | undefined; readonly direction?: SwapKind | undefined }

function swapRequestOf(
  { library, trainingLog, athlete }: Training,
  from: LibraryFacts,
  taken: readonly string[],
  { to, direction }: Asked,
  rules: TrainingRules,
): SwapRequest {
  return {
    from,
    to: to === undefined ? null : (exerciseByKey(library, to) ?? exerciseNotFound()),
    direction: direction ?? null,
    taken,
    equipment: athlete.equipment,
    blockedTags: blockedSites(trainingLog, athlete.today, rules).flatMap(({ tags }) => tags),
  }
}
