import type { Library } from '#domain/library/library-facts.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import { draftFrom, type TrainingState } from '#domain/training/training-state.js'
import type { Steps } from '#domain/values/steps.js'
import type { Checkpoint } from './checkpoint.js'
import { type CoachNotes, copyOfNotes } from './coach-notes.js'
import { takeNotes } from './take-notes.js'

/**
 * The facts of an athlete's training as far as they are loaded: all of them, or those of the days after
 * a checkpoint. Sessions of its days may be among them, for those who look at the last weeks.
 */
export type LoadedLog = TrainingLog & { readonly base: Checkpoint | null }

/** What follows from an athlete's facts, what was noted of them, and the checkpoints on the way. */
export type Folded = {
  readonly state: TrainingState
  readonly notes: CoachNotes
  /** Of each day that was asked for, if something happened on it after the base. */
  readonly checkpoints: readonly Checkpoint[]
}

/**
 * Folds the facts that came after the base of a log, and takes notes. The result is the same as from a
 * fold of all facts, but for the decisions, of which only those after the base are in the state.
 *
 * @param keep the days of which a checkpoint is to be made.
 * @throws UnknownRulesError for a version of the rules that this release does not know.
 */
export function* foldWithNotes(
  { base, sessions, directives }: LoadedLog,
  library: Library,
  ruleBook: RuleBook,
  keep: ReadonlySet<string> = new Set(),
): Steps<Folded> {
  const { notes, witness } = takeNotes(directives, library, ruleBook.inForce, base?.notes)
  const checkpoints: Checkpoint[] = []
  const dayDone = (day: string, state: TrainingState) => {
    if (keep.has(day)) checkpoints.push({ day, state: draftFrom(state), notes: copyOfNotes(notes) })
  }
  const facts = { sessions: base ? sessions.filter(({ date }) => date > base.day) : sessions, directives }
  const state = yield* deriveTraining(facts, library, ruleBook, { ...witness, dayDone }, base?.state)
  return { state, notes, checkpoints }
}
