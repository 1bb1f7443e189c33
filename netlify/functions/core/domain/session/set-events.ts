import { type DomainEvent, event } from '#domain/event/event.js'
import { type PlacedSet, setDifference } from './difference.js'
import type { Session } from './session.js'
import type { SetLog } from './set-log.schema.js'

/** What happened to the sets of a session: logged when they were performed, corrected and deleted now. */
export function setEvents(before: Session, after: Session, now: Date): DomainEvent[] {
  const { inserted, updated, deleted } = setDifference(before, after)
  const placeOf = ({ sessionExerciseId, exerciseId }: PlacedSet) => ({
    sessionId: after.id,
    sessionExerciseId,
    exerciseId,
  })
  return [
    ...deleted.map((set) => event('set.deleted', set.id, now, { ...placeOf(set), setId: set.id })),
    ...updated.map((set) => event('set.corrected', set.id, now, { ...placeOf(set), set: performedFact(set) })),
    ...inserted.map((set) =>
      event('set.logged', set.id, new Date(set.completedAt), { ...placeOf(set), set: performedFact(set) }),
    ),
  ]
}

/** A set as facts keep it. */
function performedFact({ id, setNumber, side, reps, duration, rpe, weightKg, pain, painSite }: SetLog) {
  return { id, setNumber, side, reps, duration, rpe, weightKg, pain, painSite }
}
