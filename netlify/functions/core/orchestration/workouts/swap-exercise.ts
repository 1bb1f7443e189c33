import { dayOf } from '#domain/coach/reading/day-number.js'
import { exerciseByKey } from '#domain/library/library-facts.js'
import { assertSwappable, exerciseOf } from '#domain/session/session-exercises.js'
import { planSwap, withSwap } from '#domain/workout/make-swap.js'
import { command } from '#orchestration/operation.js'
import { exerciseNotFound, expectVersion } from '#orchestration/refusals.js'
import { changeLoaded } from '#orchestration/sessions/support/change-loaded.js'
import { loadedFrom } from '#orchestration/sessions/support/load-session.js'
import { SessionExercisePath } from '#orchestration/sessions/support/schemas.js'
import { findSession } from '#queries/workout-sessions.js'
import { equipmentAt } from './support/coach-settings.js'
import { presentSwap } from './support/present-swap.js'
import { readCoached } from './support/read-coached.js'
import { SwapExercise, SwappedExercise } from './support/swap.schema.js'
import { workoutRequestOf } from './support/workout-request.schema.js'

export const swapExercise = command({
  id: 'sessions.swapExercise',
  http: { method: 'POST', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}/swap', status: 200 },
  summary: 'Swap an exercise for another one that fits',
  description:
    'Puts another exercise of the same slot in the place of one of which nothing is logged, in a session that is planned or in ' +
    'progress, with the sets that the athlete would do of it now, and says what else would fit. `If-Match` names the version of the ' +
    'exercise.',
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
    const { athleteId: userId, rules } = context
    const more = [findSession({ userId, id: sessionId })] as const
    const { training, inputs, prescriptions, ...read } = await readCoached(context, workoutRequestOf({}), more)
    const [found] = read.more
    const loaded = loadedFrom(context, found)
    expectVersion(context, exerciseOf(loaded.session, id), loaded.session)
    assertSwappable(loaded.session, id)
    const { library, athlete } = training
    const wanted = to === undefined ? null : (exerciseByKey(library, to) ?? exerciseNotFound())
    const there = { ...inputs.athlete, equipment: equipmentAt(loaded.session.placeId, athlete) }
    const view = { athlete: there, library, day: dayOf(athlete.today), rules }
    const swap = planSwap(loaded.session, id, { to: wanted, direction }, view)
    return changeLoaded(
      context,
      loaded,
      (session, moment) => withSwap(session, id, swap, prescriptions, moment),
      (session) => presentSwap(swap, exerciseOf(session, id)),
    )
  },
})
