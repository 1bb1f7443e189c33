import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Witness } from '#domain/training/derive.js'
import { amendmentsIn } from '#domain/training/judging/judgement.js'
import type { Directive, LoggedExercise } from '#domain/training/training-log.js'
import type { CategoryStanding } from '#domain/training/training-state.js'
import type { PlaceId, SessionId } from '#domain/values/id.schema.js'
import type { CoachLibrary } from '../coach-exercise.js'
import { type CoachNotes, emptyNotes } from './coach-notes.js'
import { noteAssessment } from './note-assessment.js'
import { noteSession } from './note-session.js'

/** Where a session was trained that was not at home. */
export type SessionPlace = { readonly sessionId: SessionId; readonly placeId: PlaceId }

/** Notes that the coach takes, and the witness of the fold that takes them. */
export type NoteTaking = { readonly notes: CoachNotes; readonly witness: Witness }

/**
 * Begins to take notes of a training log. They grow while `deriveTraining` folds it with the
 * witness, session by session, and are of use once it is done. What they say is judged by the
 * rules in force: it is how the coach looks at the past today, and changes nothing that was decided.
 */
export function takeNotes(
  directives: readonly Directive[],
  places: readonly SessionPlace[],
  library: CoachLibrary,
  rules: TrainingRules,
): NoteTaking {
  const notes = emptyNotes()
  const placeOf = new Map(places.map(({ sessionId, placeId }) => [sessionId, placeId]))
  const { confirmed } = amendmentsIn(directives)
  let before: ReadonlyMap<Category, CategoryStanding> = new Map()
  let [decided, held] = [0, 0]
  return {
    notes,
    witness: {
      before: (_, { categories }) => {
        before = new Map(categories)
      },
      after: (session, state) => {
        const heldNow = new Set(state.held.slice(held).map(({ sessionExerciseId }) => sessionExerciseId))
        const folded = {
          session,
          place: placeOf.get(session.id) ?? null,
          before,
          after: state.categories,
          decisions: state.decisions.slice(decided),
          isHeld: ({ id }: LoggedExercise) => heldNow.has(id),
          isConfirmed: ({ id }: LoggedExercise) => confirmed.has(id),
        }
        ;[decided, held] = [state.decisions.length, state.held.length]
        noteSession(notes, folded, library, rules)
      },
      directed: (directive, { categories }) => {
        if (directive.kind === 'assessment') noteAssessment(notes, directive, categories, library, rules)
      },
    },
  }
}
