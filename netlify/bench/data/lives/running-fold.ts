import type { Checkpoint } from '#domain/coach/reading/checkpoint.js'
import { copyOfNotes } from '#domain/coach/reading/coach-notes.js'
import { takeNotes } from '#domain/coach/reading/take-notes.js'
import type { DomainEvent } from '#domain/event/event.js'
import { loggedSessionOf } from '#domain/session/logged-session.js'
import type { Session } from '#domain/session/session.js'
import { foldSaid, foldTrained } from '#domain/training/derive.js'
import { directiveOf } from '#domain/training/directives.js'
import { amendmentsIn } from '#domain/training/judging/judgement.js'
import type { StoredDecision } from '#domain/training/stored-training.js'
import { trainingEvents } from '#domain/training/training-events.js'
import { draftFrom, nothingKnown, type TrainingState } from '#domain/training/training-state.js'
import type { World } from './world.js'

/** The fold of a life that is being lived: what follows so far from an athlete's facts. */
export type RunningFold = {
  readonly state: TrainingState
  /** The checkpoints of the days that were asked for and have come, oldest first. */
  readonly checkpoints: () => readonly Checkpoint[]
  /** Takes in what the athlete decides by hand. */
  readonly direct: (events: readonly DomainEvent[]) => void
  /** Takes in a session, and tells what happened through it; nothing unless it is completed. */
  readonly learn: (session: Session) => DomainEvent[]
}

/**
 * Begins the fold that `deriveTraining` makes of a whole log, for facts that come one after the other in
 * the order in which they happened. Nothing that was judged is amended afterwards.
 *
 * @param keep the days of which a checkpoint is made.
 */
export function runningFold({ library, ruleBook }: World, keep: ReadonlySet<string>): RunningFold {
  const draft = draftFrom(nothingKnown)
  const { notes, witness } = takeNotes([], library, ruleBook.inForce)
  const checkpoints = new Map<string, Checkpoint>()
  const amendments = amendmentsIn([])
  return {
    state: draft,
    checkpoints: () => [...checkpoints.values()],
    direct: (events) => {
      for (const event of events) {
        const directive = directiveOf(event)
        if (!directive) continue
        foldSaid(draft, directive, ruleBook)
        witness.directed?.(directive, draft)
      }
    },
    learn: (session) => {
      const logged = loggedSessionOf(session)
      if (!logged) return []
      const before = { ...nothingKnown, exercises: new Map(draft.exercises), goals: new Map(draft.goals) }
      const decided = draft.decisions.length
      witness.before?.(logged, draft)
      foldTrained(draft, logged, { library, ruleBook, amendments })
      witness.after?.(logged, draft)
      // a second session of the day puts its own in the place of the first one's
      if (keep.has(logged.date))
        checkpoints.set(logged.date, { day: logged.date, state: draftFrom(draft), notes: copyOfNotes(notes) })
      const after = { ...draft, decisions: draft.decisions.slice(decided) }
      return trainingEvents(before, after, changesBetween(before, after), new Date(logged.completedAt))
    },
  }
}

const unchanged = { written: [], gone: [] }

/** Tells what a session changed of that which events tell: its decisions, and goals. */
function changesBetween(before: TrainingState, { decisions, goals }: TrainingState) {
  const stored = decisions.map((decision): StoredDecision => ({ ...decision, heldForReview: false }))
  return {
    exercises: unchanged,
    categories: unchanged,
    levels: unchanged,
    records: unchanged,
    decisions: { written: stored, gone: [] },
    goals: { written: [...goals.values()].filter((goal) => goal !== before.goals.get(goal.goalId)), gone: [] },
  }
}
