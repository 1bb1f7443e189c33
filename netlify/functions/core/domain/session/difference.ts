import type { ExerciseId, SessionExerciseId } from '#domain/values/id.schema.js'
import type { Session, SessionExercise } from './session.js'
import type { SetLog } from './set-log.schema.js'

/**
 * The things that are new, that changed, and that are gone between two states. A thing that is the
 * same object has not changed.
 */
export type Difference<Thing> = {
  readonly inserted: readonly Thing[]
  readonly updated: readonly Thing[]
  readonly deleted: readonly Thing[]
}

/** A set with its place: the session exercise, and the exercise of the library that this is. */
export type PlacedSet = SetLog & { readonly sessionExerciseId: SessionExerciseId; readonly exerciseId: ExerciseId }

/** Compares the exercises of two states of a session. */
export function exerciseDifference(before: Session, after: Session): Difference<SessionExercise> {
  return difference(before.exercises, after.exercises)
}

/**
 * Compares the sets of two states of a session. The sets of a removed exercise are left out: they
 * go with it.
 */
export function setDifference(before: Session, after: Session): Difference<PlacedSet> {
  const exercisesBefore = byId(before.exercises)
  const parts = after.exercises.map((item) =>
    placed(item, difference(exercisesBefore.get(item.id)?.sets ?? [], item.sets)),
  )
  return {
    inserted: parts.flatMap(({ inserted }) => inserted),
    updated: parts.flatMap(({ updated }) => updated),
    deleted: parts.flatMap(({ deleted }) => deleted),
  }
}

export function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]))
}

function difference<Thing extends { readonly id: string }>(
  before: readonly Thing[],
  after: readonly Thing[],
): Difference<Thing> {
  const [old, kept] = [byId(before), byId(after)]
  return {
    inserted: after.filter(({ id }) => !old.has(id)),
    updated: after.filter((thing) => old.has(thing.id) && old.get(thing.id) !== thing),
    deleted: before.filter(({ id }) => !kept.has(id)),
  }
}

function placed({ id, exercise }: SessionExercise, parts: Difference<SetLog>): Difference<PlacedSet> {
  const place = (set: SetLog): PlacedSet => ({ ...set, sessionExerciseId: id, exerciseId: exercise.id })
  return { inserted: parts.inserted.map(place), updated: parts.updated.map(place), deleted: parts.deleted.map(place) }
}
