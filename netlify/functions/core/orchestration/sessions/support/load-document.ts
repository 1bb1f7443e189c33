import { keyOf } from '#domain/session/match-document.js'
import { plannableByKey } from '#domain/session/plan-exercise.js'
import type { Replacing } from '#domain/session/replace-session.js'
import type { Session } from '#domain/session/session.js'
import type { SessionDocument } from '#domain/session/session-document.schema.js'
import type { SessionId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { trainingReads } from '#orchestration/training/training-reads.js'
import { findBodyMass } from '#queries/body-mass-entries.js'
import { listDeloads } from '#queries/deloads.js'
import type { VersionedLibrary } from '#queries/read-library.js'
import type { VersionedTrainingLog } from '#queries/training-log-parts.js'
import { findSession } from '#queries/workout-sessions.js'
import { findRequested } from './find-requested.js'
import { momentAt } from './load-session.js'

/** All that a document of a session rests on: the session, if it is there, and what is known besides. */
export type LoadedDocument = VersionedLibrary & {
  readonly session: Session | null
  readonly replacing: Replacing
  readonly trainingLog: VersionedTrainingLog
}

/** Loads what a document rests on, in one round trip. Refuses with ACCOUNT_NOT_FOUND. */
export async function loadDocument(
  context: Context,
  id: SessionId,
  { date, exercises = [] }: SessionDocument,
): Promise<LoadedDocument> {
  const userId = context.athleteId
  const named = exercises.map((item) => ({ exercise: keyOf(item) }))
  const [trainingLog, library, found, requested, deloads, bodyMassKg] = await context.readAll([
    ...trainingReads(context, { changesSession: id, changesFrom: date }),
    findSession({ userId, id }),
    findRequested(userId, named),
    listDeloads({ userId, endingFrom: date }),
    findBodyMass({ userId, on: date }),
  ])
  const { timeZone, exercises: plannable } = requested ?? accountNotFound()
  const { newId } = context
  const moment = momentAt(context, timeZone)
  return {
    session: found?.session ?? null,
    replacing: { ...moment, library: plannableByKey(plannable), deloads, newId, bodyMassKg },
    trainingLog,
    ...library,
  }
}
