import type { LoggedSet } from '#domain/effort/set.schema.js'
import type { Library } from '#domain/library/library-facts.js'
import type { Directive, LoggedExercise, LoggedSession, TrainingLog } from '#domain/training/training-log.js'
import { describeItem, slugIn } from './describe-item.js'
import { type Described, type Difference, differencesIn } from './difference.js'
import type { Fields } from './in-words.js'

/** Lists where the tables (`stored`) and the events (`derived`) disagree about the facts. */
export function compareTrainingLogs(tables: TrainingLog, events: TrainingLog, library: Library): Difference[] {
  return [
    ...differencesIn('sessions', sessionsById(tables), sessionsById(events), (session) =>
      describeSession(session, library),
    ),
    ...differencesIn('directives', directivesByPlace(tables), directivesByPlace(events), (directive, place) =>
      describeItem(`directive ${place}`, directive, library),
    ),
  ]
}

function sessionsById({ sessions }: TrainingLog): Map<string, LoggedSession> {
  return new Map(sessions.map((session) => [session.id, inOneOrder(session)]))
}

function directivesByPlace({ directives }: TrainingLog): Map<string, Directive> {
  return new Map(directives.map((directive, place) => [String(place + 1), directive]))
}

/** Sorts exercises and sets, so that only their content is compared. Events do not tell the place. */
function inOneOrder({ placeId: _, ...session }: LoggedSession): LoggedSession {
  const sorted = session.exercises.toSorted((a, b) => a.order - b.order).map(exerciseInOneOrder)
  return { ...session, exercises: sorted }
}

function exerciseInOneOrder(exercise: LoggedExercise): LoggedExercise {
  const sorted = exercise.sets.toSorted((a, b) => a.setNumber - b.setNumber || (a.id < b.id ? -1 : 1))
  return { ...exercise, sets: sorted }
}

/** Describes a session, with a field for each exercise by its slug, and in it one for each set. */
function describeSession(
  { id, date, completedAt, rulesVersion, exercises }: LoggedSession,
  library: Library,
): Described {
  const named = exercises.map((exercise) => ({ ...exercise, ...namesOf(exercise, library) }))
  const byName = named.map((exercise) => [`${exercise.order}. ${exercise.slug}`, exerciseFields(exercise)] as const)
  return {
    name: `session of ${date}`,
    summary: named.map(exerciseInWords).join('; ') || 'no exercises',
    fields: { ...Object.fromEntries(byName), date, completedAt, rulesVersion, id },
  }
}

type Named = LoggedExercise & { readonly slug: string; readonly unit: 'reps' | 'seconds' }

function namesOf({ exerciseId }: LoggedExercise, library: Library): Pick<Named, 'slug' | 'unit'> {
  const isHeld = library.get(exerciseId)?.metric === 'duration'
  return { slug: slugIn(library, exerciseId), unit: isHeld ? 'seconds' : 'reps' }
}

function exerciseInWords({ slug, unit, sets }: Named): string {
  const amounts = sets.map(({ amount, side }) => (side ? `${amount} ${side}` : amount))
  return sets.length > 0 ? `${slug} ${amounts.join(', ')} ${unit}` : `${slug} without a set`
}

function exerciseFields({ id, unit, targets, standard, sets }: Named): Fields {
  return { ...Object.fromEntries(sets.map((set) => setField(set, unit))), targets, standard, id }
}

function setField({ id, setNumber, side, amount, ...rest }: LoggedSet, unit: Named['unit']) {
  return [side ? `set ${setNumber} ${side}` : `set ${setNumber}`, { [unit]: amount, ...rest, id }] as const
}
