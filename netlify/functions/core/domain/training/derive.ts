import type { Library } from '#domain/library/library-facts.js'
import { foldDirective } from './fold-deed.js'
import { reachGoals } from './fold-goals.js'
import { foldSession } from './fold-session.js'
import type { TrainingLog, LoggedSession } from './journal.js'
import { stepsOf } from './journal-steps.js'
import { amendmentsIn } from './marks.js'
import { emptyDraft } from './training-draft.js'
import type { TrainingState } from './training-state.js'

/** Sees the state just before and just after each session; it is the one that the fold works on, and changes as that goes on. */
export type Witness = {
  readonly before?: (session: LoggedSession, state: TrainingState) => void
  readonly after?: (session: LoggedSession, state: TrainingState) => void
}

/**
 * Derives everything that follows from an athlete's facts: a left fold over sessions and deeds in the order in which they
 * happened, whatever the order in which they were recorded. The same facts always give the same state.
 */
export function deriveTraining(journal: TrainingLog, library: Library, witness: Witness = {}): TrainingState {
  const draft = emptyDraft()
  const marks = amendmentsIn(journal.directives)
  const trainedOn: string[] = []
  for (const step of stepsOf(journal)) {
    if (step.deed) foldDirective(draft, step.deed)
    if (step.session) {
      witness.before?.(step.session, draft)
      trainedOn.push(step.session.date)
      foldSession(draft, step.session, library, marks)
      reachGoals(draft.goals, step.session, trainedOn)
      witness.after?.(step.session, draft)
    }
  }
  return draft
}
