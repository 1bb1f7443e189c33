import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { noteAbilities } from '#domain/training/ability-history.js'
import type { Witness } from '#domain/training/derive.js'
import { amendmentsIn } from '#domain/training/judging/judgement.js'
import type { Directive, LoggedExercise } from '#domain/training/training-log.js'
import type { CategoryStanding } from '#domain/training/training-state.js'
import { noteResiduals } from '#domain/warnings/evidence/residuals.js'
import type { CoachLibrary } from '../coach-exercise.js'
import { type CoachNotes, copyOfNotes, emptyNotes } from './coach-notes.js'
import { noteAssessment } from './note-assessment.js'
import { noteSession } from './note-session.js'

/** Notes that the coach takes, and the witness of the fold that takes them. */
export type NoteTaking = { readonly notes: CoachNotes; readonly witness: Witness }

/**
 * Begins to take notes of a training log. They grow while `deriveTraining` folds it with the
 * witness, session by session, and are of use once it is done. What they say is judged by the
 * rules in force: it is how the past is looked at today, and changes nothing that was decided.
 *
 * @param from the notes of all that happened on the days before those of the log; they stay as they are.
 */
export function takeNotes(
  directives: readonly Directive[],
  library: CoachLibrary,
  rules: TrainingRules,
  from: CoachNotes = emptyNotes(),
): NoteTaking {
  const notes = copyOfNotes(from)
  const { confirmed } = amendmentsIn(directives)
  let before: ReadonlyMap<Category, CategoryStanding> = new Map()
  let [decided, held] = [0, 0]
  return {
    notes,
    witness: {
      before: (session, state) => {
        before = new Map(state.categories)
        noteResiduals(notes.residuals, session, state, library, rules)
      },
      after: (session, state) => {
        const heldNow = new Set(state.held.slice(held).map(({ sessionExerciseId }) => sessionExerciseId))
        const folded = {
          session,
          place: session.placeId ?? null,
          before,
          after: state.categories,
          decisions: state.decisions.slice(decided),
          isHeld: ({ id }: LoggedExercise) => heldNow.has(id),
          isConfirmed: ({ id }: LoggedExercise) => confirmed.has(id),
        }
        ;[decided, held] = [state.decisions.length, state.held.length]
        noteSession(notes, folded, library, rules)
        noteAbilities(notes.abilities, session.date, state, rules)
      },
      directed: (directive, { categories }) => {
        if (directive.kind === 'assessment') noteAssessment(notes, directive, categories, library, rules)
      },
    },
  }
}
