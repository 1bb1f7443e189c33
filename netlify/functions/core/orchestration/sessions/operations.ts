import type { Operation } from '#orchestration/contract.js'
import { swapExercise } from '#orchestration/workouts/swap-exercise.js'
import { addExercise } from './add-exercise.js'
import { completeSession } from './complete-session.js'
import { confirmObservation } from './confirm-observation.js'
import { correctSet } from './correct-set.js'
import { createSession } from './create-session.js'
import { deleteSession } from './delete-session.js'
import { deleteSet } from './delete-set.js'
import { finishExercise } from './finish-exercise.js'
import { getSession } from './get-session.js'
import { getSessionExercise } from './get-session-exercise.js'
import { getSet } from './get-set.js'
import { listDecisions } from './list-decisions.js'
import { listSessions } from './list-sessions.js'
import { logSet } from './log-set.js'
import { logSets } from './log-sets.js'
import { overrideDecision } from './override-decision.js'
import { putSession } from './put-session.js'
import { removeExercise } from './remove-exercise.js'
import { reopenSession } from './reopen-session.js'
import { rescheduleSession } from './reschedule-session.js'
import { skipSession } from './skip-session.js'
import { startSession } from './start-session.js'
import { updateExercise } from './update-exercise.js'
import { updateSession } from './update-session.js'

/** Everything that can be done with sessions. */
export const sessionOperations: readonly Operation[] = [
  listSessions,
  createSession,
  getSession,
  putSession,
  updateSession,
  deleteSession,
  startSession,
  completeSession,
  skipSession,
  reopenSession,
  rescheduleSession,
  addExercise,
  getSessionExercise,
  updateExercise,
  finishExercise,
  removeExercise,
  swapExercise,
  logSet,
  logSets,
  getSet,
  correctSet,
  deleteSet,
  listDecisions,
  overrideDecision,
  confirmObservation,
]
