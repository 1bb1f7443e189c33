import { touchedAt } from '#domain/values/touched-at.js'
import { byId } from './difference.js'
import type { Session, SessionExercise } from './session.js'
import type { SetLog } from './set-log.schema.js'

type Versioned = { readonly id: string; readonly version: number; readonly updatedAt: string }

/**
 * Gives a changed session new versions: to the session itself, and to every exercise and set that
 * is not the same object as before. New things keep their first version; a session that did not
 * change is returned as it is.
 */
export function revise(before: Session, after: Session, now: Date): Session {
  if (before === after) return before
  const exercisesBefore = byId(before.exercises)
  const exercises = after.exercises.map((item) => reviseExercise(exercisesBefore.get(item.id), item, now))
  return { ...stamped(before, after, now), exercises }
}

function reviseExercise(before: SessionExercise | undefined, after: SessionExercise, now: Date): SessionExercise {
  if (before === undefined || before === after) return after
  const setsBefore = byId(before.sets)
  return { ...stamped(before, after, now), sets: after.sets.map((set) => reviseSet(setsBefore.get(set.id), set, now)) }
}

function reviseSet(before: SetLog | undefined, after: SetLog, now: Date): SetLog {
  return before === undefined || before === after ? after : stamped(before, after, now)
}

function stamped<Thing extends Versioned>(before: Versioned, after: Thing, now: Date): Thing {
  return { ...after, version: before.version + 1, updatedAt: touchedAt(now, before.updatedAt) }
}
