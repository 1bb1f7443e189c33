import { foldWithNotes } from '#domain/coach/reading/fold-with-notes.js'
import type { Library } from '#domain/library/library-facts.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import { loggedSessionOf, withLoggedSession } from '#domain/session/logged-session.js'
import type { Moment, Session } from '#domain/session/session.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { SessionId } from '#domain/values/id.schema.js'
import { sameValue } from '#domain/values/same-value.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { changeTraining, type TrainingChange } from '#orchestration/training/training-change.js'
import { trainingReads } from '#orchestration/training/training-reads.js'
import type { VersionedLibrary } from '#queries/read-library.js'
import type { VersionedTrainingLog } from '#queries/training-log-parts.js'
import { findSession } from '#queries/workout-sessions.js'
import { changeLoaded, type Decide } from './change-loaded.js'
import { changeRemembered } from './change-remembered.js'
import { type LoadedSession, loadedFrom } from './load-session.js'

/** A session with the training log and the library, which its change may affect. */
export type TrainedSession = LoadedSession & Trained

/** What a session means for the athlete's training rests on this. */
type Trained = VersionedLibrary & { readonly session: Session; readonly trainingLog: VersionedTrainingLog }

/**
 * Loads a session together with the training log, in one round trip; refuses with
 * SESSION_NOT_FOUND.
 *
 * @param movesTo the day to which the session is about to move, if it is.
 */
export async function loadTrainedSession(context: Context, id: SessionId, movesTo?: string): Promise<TrainedSession> {
  const [trainingLog, library, found] = await context.readAll([
    ...trainingReads(context, { changesSession: id, changesFrom: movesTo }),
    findSession({ userId: context.athleteId, id }),
  ])
  return { ...loadedFrom(context, found), trainingLog, ...library }
}

/**
 * Tells what a change of a session means for the athlete's training; null when no decision rests on
 * it.
 */
export async function followTraining(
  context: Context,
  { session: before, trainingLog, library, version }: Trained,
  after: Session | null,
): Promise<TrainingChange | null> {
  const [was, is] = [loggedSessionOf(before), after && loggedSessionOf(after)]
  if (sameValue(was, is)) return null
  const [changedFrom = ''] = [was ?? [], is ?? []]
    .flat()
    .map(({ date }) => date)
    .sort()
  return changeTraining(
    context,
    { library, version },
    { before: trainingLog, after: withLoggedSession(trainingLog, before.id, is) },
    changedFrom,
  )
}

/**
 * The training state before and after a change of a session; the same twice when no decision rests
 * on it.
 */
export type Consequences = {
  readonly before: TrainingState
  readonly after: TrainingState
  readonly library: Library
  readonly ruleBook: RuleBook
}

/** Presents the changed session and, on demand, what follows from the change. */
type Present<Output> = (
  session: Session,
  moment: Moment,
  consequences: () => Promise<Consequences>,
) => Output | Promise<Output>

/**
 * Changes a session that may be completed. What follows for working sets, mastery, ability and
 * records is stored in the same batch, as if the change had been right from the start.
 *
 * @param movesTo the day to which the session is about to move, if it is.
 */
export async function changeTrainedSession<Output>(
  context: Context,
  sessionId: SessionId,
  decide: Decide,
  present: Present<Output>,
  movesTo?: string,
): Promise<Commit<Output>> {
  return changeTrained(context, await loadTrainedSession(context, sessionId, movesTo), decide, present)
}

/**
 * Changes a session that may be completed, and answers nothing of what follows: so the training log is
 * not read where the session is remembered, because only open ones are.
 */
export async function changeAnySession<Output>(
  context: Context,
  sessionId: SessionId,
  decide: Decide,
  present: (session: Session, moment: Moment) => Output,
  movesTo?: string,
): Promise<Commit<Output>> {
  const remembered = changeRemembered(context, sessionId, decide, present)
  return remembered ?? changeTrainedSession(context, sessionId, decide, present, movesTo)
}

/** Changes a loaded session that may be completed, as `changeTrainedSession` does. */
export async function changeTrained<Output>(
  context: Context,
  loaded: TrainedSession,
  decide: Decide,
  present: Present<Output>,
): Promise<Commit<Output>> {
  const planned = changeLoaded(context, loaded, decide, (session, moment) => ({ session, moment }))
  const { session, moment } = planned.output
  const change = await followTraining(context, loaded, session)
  return {
    statements: [...planned.statements, ...(change?.statements ?? [])],
    events: [...planned.events, ...(change?.events ?? [])],
    output: await present(session, moment, () => consequencesOf(context, loaded, change)),
    committed: planned.committed,
  }
}

/** Tells what follows from a change; what followed before, where no decision rests on it. */
export async function consequencesOf(
  { ruleBook, work }: Context,
  { trainingLog, library }: Pick<Trained, 'trainingLog' | 'library'>,
  change: TrainingChange | null,
): Promise<Consequences> {
  if (change) return { before: change.before, after: change.after, library, ruleBook }
  const { state } = await work(foldWithNotes(trainingLog, library, ruleBook))
  return { before: state, after: state, library, ruleBook }
}
