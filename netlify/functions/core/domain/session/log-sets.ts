import { idTaken, otherContent, Refusal } from '#domain/refusal.js'
import { differingFields } from '#domain/values/differing-fields.js'
import type { SessionExerciseId, SetId } from '#domain/values/id.schema.js'
import { refusedAt } from './refused-at.js'
import type { Moment, Session } from './session.js'
import type { LogSet } from './set-log.schema.js'
import { logSet, setById } from './set-logs.js'

/** A set to log among others, and where it belongs. */
export type SetEntry = LogSet & { readonly id: SetId; readonly sessionExerciseId: SessionExerciseId }

/** What became of a set: it was logged, it was there already, or it was refused. */
export type SetOutcome = { readonly entry: SetEntry } & (
  | { readonly status: 'done' | 'replayed' }
  | { readonly status: 'refused'; readonly refusal: Refusal }
)

/**
 * Logs sets one after the other, as `logSet` does. One that is refused does not stop the others; a set
 * that the session has already under its id, with the same content, is a repeat. Faults point into the
 * list, at `/sets/3/reps`.
 *
 * @param taken Ids that are those of sets elsewhere.
 */
export function logSets(
  session: Session,
  entries: readonly SetEntry[],
  taken: ReadonlySet<SetId>,
  moment: Moment,
): { readonly session: Session; readonly outcomes: readonly SetOutcome[] } {
  let logged = session
  const outcomes = entries.map((entry, index): SetOutcome => {
    const before = logged
    try {
      logged = withEntry(before, entry, taken, moment)
      return { entry, status: logged === before ? 'replayed' : 'done' }
    } catch (error) {
      if (error instanceof Refusal) return { entry, status: 'refused', refusal: refusedAt(error, `/sets/${index}`) }
      throw error
    }
  })
  return { session: logged, outcomes }
}

/** Returns the session with the set; the same session when it has it already. */
function withEntry(session: Session, entry: SetEntry, taken: ReadonlySet<SetId>, moment: Moment): Session {
  const { sessionExerciseId, ...given } = entry
  const there = setById(session, entry.id)
  if (there) {
    const place = { sessionExerciseId: there.sessionExerciseId }
    const differing = [...differingFields({ sessionExerciseId }, place), ...differingFields(given, there.set)]
    if (differing.length > 0) throw otherContent(differing)
    return session
  }
  if (taken.has(entry.id)) throw idTaken()
  if (!session.exercises.some(({ id }) => id === sessionExerciseId)) throw noSuchExercise()
  return logSet(session, sessionExerciseId, given, moment)
}

function noSuchExercise(): Refusal {
  const detail = 'The session has no such exercise.'
  const fault = { pointer: '/sessionExerciseId', code: 'SESSION_EXERCISE_NOT_FOUND', detail }
  return new Refusal('SESSION_EXERCISE_NOT_FOUND', detail, [fault])
}
