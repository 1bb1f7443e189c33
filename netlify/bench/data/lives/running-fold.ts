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
  /** Takes in what the athlete decides by hand. */
  readonly direct: (events: readonly DomainEvent[]) => void
  /** Takes in a session, and tells what happened through it; nothing unless it is completed. */
  readonly learn: (session: Session) => DomainEvent[]
}

/**
 * Begins the fold that `deriveTraining` makes of a whole log, for facts that come one after the other in
 * the order in which they happened. Nothing that was judged is amended afterwards.
 */
export function runningFold({ library, ruleBook }: World): RunningFold {
  const draft = draftFrom(nothingKnown)
  const amendments = amendmentsIn([])
  return {
    state: draft,
    direct: (events) => {
      for (const event of events) {
        const directive = directiveOf(event)
        if (directive) foldSaid(draft, directive, ruleBook)
      }
    },
    learn: (session) => {
      const logged = loggedSessionOf(session)
      if (!logged) return []
      const before = { ...nothingKnown, exercises: new Map(draft.exercises), goals: new Map(draft.goals) }
      const decided = draft.decisions.length
      foldTrained(draft, logged, { library, ruleBook, amendments })
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
