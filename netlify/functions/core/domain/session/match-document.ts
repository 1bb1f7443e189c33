import { byId } from './difference.js'
import type { Plannable } from './plan-exercise.js'
import type { SessionExercise } from './session.js'
import type { ExerciseDocument, SetDocument } from './session-document.schema.js'
import type { SetLog } from './set-log.schema.js'
import { nextSetNumber } from './set-rules.js'

/** An item of a document, and what is stored of it; null when it is new. */
export type Matched<Item, Stored> = { readonly item: Item; readonly stored: Stored | null }

/** Returns the key of an exercise that is named, or shown as answers show it. */
export function keyOf({ exercise }: Pick<ExerciseDocument, 'exercise'>): string {
  return typeof exercise === 'string' ? exercise : exercise.id
}

/**
 * Tells which exercises of a session a document means: by their ids, and without one the next that
 * nobody named and that is the same exercise of the library. So a document without ids that is sent
 * again means the same.
 */
export function matchExercises(
  items: readonly ExerciseDocument[],
  stored: readonly SessionExercise[],
  library: Plannable,
): Matched<ExerciseDocument, SessionExercise>[] {
  const known = byId(stored)
  const named = new Set(items.map(({ id }) => id))
  const free = stored.filter(({ id }) => !named.has(id))
  return items.map((item) => {
    if (item.id !== undefined) return { item, stored: known.get(item.id) ?? null }
    const wanted = library.get(keyOf(item))?.exercise.id
    const at = free.findIndex(({ exercise }) => exercise.id === wanted)
    return { item, stored: at < 0 ? null : (free.splice(at, 1)[0] ?? null) }
  })
}

/** A set of a document, with its number. */
export type NumberedSet = SetDocument & Pick<SetLog, 'setNumber'>

/**
 * Tells which sets of an exercise a document means: by their ids, and without one the set that nobody
 * named and that has this number and side. A set without a number has that of the stored one, else the
 * next.
 */
export function matchSets(items: readonly SetDocument[], exercise: SessionExercise): Matched<NumberedSet, SetLog>[] {
  const known = byId(exercise.sets)
  const named = new Set(items.map(({ id }) => id))
  const free = exercise.sets.filter(({ id }) => !named.has(id))
  const before: Pick<SetLog, 'setNumber' | 'side'>[] = []
  return items.map((item) => {
    const byName = item.id === undefined ? null : (known.get(item.id) ?? null)
    const side = item.side === undefined ? (byName?.side ?? null) : item.side
    const setNumber = item.setNumber ?? byName?.setNumber ?? nextSetNumber({ sets: before }, side)
    before.push({ setNumber, side })
    if (item.id !== undefined) return { item: { ...item, setNumber }, stored: byName }
    const at = free.findIndex((set) => set.setNumber === setNumber && set.side === side)
    // each stored set is meant once: a second one with its number is new, and in its way
    return { item: { ...item, setNumber }, stored: at < 0 ? null : (free.splice(at, 1)[0] ?? null) }
  })
}
