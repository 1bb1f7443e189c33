import { mondayOf } from '#domain/calendar/iso-week.js'
import type { Library } from '#domain/library/library-facts.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { Steps } from '#domain/values/steps.js'
import { foldDirective } from './fold-directive.js'
import { reachGoals } from './fold-goals.js'
import { foldSession } from './fold-session.js'
import { amendmentsIn } from './judging/judgement.js'
import type { Directive, LoggedSession, TrainingLog } from './training-log.js'
import { emptyDraft, type TrainingState } from './training-state.js'

/**
 * Functions that see the state just before and just after each session, and just after each directive.
 * It is the state that the fold works on, and it changes as the fold goes on.
 */
export type Witness = {
  readonly before?: (session: LoggedSession, state: TrainingState) => void
  readonly after?: (session: LoggedSession, state: TrainingState) => void
  readonly directed?: (directive: Directive, state: TrainingState) => void
}

/**
 * Derives everything that follows from an athlete's facts: a left fold over sessions and directives
 * in the order in which they happened, whatever the order in which they were recorded. The same
 * facts always give the same state: each is judged by the rules of its own version, whatever the
 * rules in force.
 *
 * @throws UnknownRulesError for a version that this release does not know.
 */
export function* deriveTraining(
  trainingLog: TrainingLog,
  library: Library,
  ruleBook: RuleBook,
  witness: Witness = {},
): Steps<TrainingState> {
  const draft = emptyDraft()
  const amendments = amendmentsIn(trainingLog.directives)
  const sessionsByWeek = new Map<string, number>()
  for (const step of stepsOf(trainingLog)) {
    if (step.directive) {
      foldDirective(draft, step.directive, ruleBook.version(step.directive.rulesVersion))
      witness.directed?.(step.directive, draft)
    }
    if (step.session) {
      witness.before?.(step.session, draft)
      const monday = mondayOf(step.session.date)
      sessionsByWeek.set(monday, (sessionsByWeek.get(monday) ?? 0) + 1)
      const rules = ruleBook.version(step.session.rulesVersion)
      const work = foldSession(draft, step.session, { library, amendments, rules })
      const { date, completedAt } = step.session
      reachGoals(draft.goals, { date, completedAt, work }, sessionsByWeek, ruleBook)
      witness.after?.(step.session, draft)
    }
    yield
  }
  return draft
}

/** A session or a directive, and when it happened. */
export type Step = {
  readonly on: string
  readonly at: string
  readonly id: string
  readonly session?: LoggedSession
  readonly directive?: Directive
}

/**
 * Sorts the facts of a training log into the order in which they happened, whatever the order in
 * which they were recorded.
 */
export function stepsOf(trainingLog: TrainingLog): Step[] {
  const sessions = trainingLog.sessions.map(
    (session): Step => ({ on: session.date, at: session.completedAt, id: session.id, session }),
  )
  const directives = trainingLog.directives.map(
    (directive, index): Step => ({ on: directive.on, at: directive.at, id: String(index).padStart(9, '0'), directive }),
  )
  return [...directives, ...sessions].sort((a, b) => compare(a.on, b.on) || compare(a.at, b.at) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
