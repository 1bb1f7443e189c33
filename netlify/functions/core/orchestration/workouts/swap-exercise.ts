import { exerciseByKey } from '#domain/library/library-facts.js'
import { assertSwappable, exerciseOf } from '#domain/session/session-exercises.js'
import { planSwap, withSwap } from '#domain/workout/make-swap.js'
import { command } from '#orchestration/operation.js'
import { exerciseNotFound, expectVersion } from '#orchestration/refusals.js'
import { changeLoaded } from '#orchestration/sessions/support/change-session.js'
import { loadedFrom } from '#orchestration/sessions/support/load-session.js'
import { SessionExercisePath } from '#orchestration/sessions/support/schemas.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { listOwnPaces } from '#queries/user-exercise-configs.js'
import { findSession } from '#queries/workout-sessions.js'
import { presentSwap } from './support/present-swap.js'
import { workoutFactsOf } from './support/read-workout-facts.js'
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
  run: async (context, { params: { sessionId, sessionExerciseId: id }, body: { to, direction = null } }) => {
    const { more, ...training } = await readTrainingWith(context, [
      findSession({ userId: context.athleteId, id: sessionId }),
      listOwnPaces({ userId: context.athleteId }),
    ])
    const [found, paces] = more
    const loaded = loadedFrom(context, found)
    expectVersion(context, exerciseOf(loaded.session, id))
    assertSwappable(loaded.session, id)
    const { library, athlete } = training
    const wanted = to === undefined ? null : (exerciseByKey(library, to) ?? exerciseNotFound())
    const asked = { to: wanted, direction, equipment: athlete.equipment }
    const facts = await workoutFactsOf(context, training, paces)
    const swap = planSwap(loaded.session, id, asked, facts, context.rules)
    return changeLoaded(
      context,
      loaded,
      (session, moment) => withSwap(session, id, swap, facts.paces, moment),
      (session) => presentSwap(swap, exerciseOf(session, id)),
    )
  },
})
