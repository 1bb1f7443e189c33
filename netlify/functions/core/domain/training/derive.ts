import type { Library } from '#domain/library/library-facts.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { Steps } from '#domain/values/steps.js'
import { foldDirective } from './fold-directive.js'
import { reachGoals } from './fold-goals.js'
import { foldSession } from './fold-session.js'
import { type Amendments, amendmentsIn } from './judging/judgement.js'
import { noteInCalendar, noteSaid } from './training-calendar.js'
import type { Directive, LoggedSession, TrainingLog } from './training-log.js'
import { type Draft, draftFrom, nothingKnown, type TrainingState } from './training-state.js'

/**
 * Functions that see the state just before and just after each session, just after each directive, and
 * at the end of each day on which something happened. It is the state that the fold works on, and it
 * changes as the fold goes on.
 */
export type Witness = {
  readonly before?: (session: LoggedSession, state: TrainingState) => void
  readonly after?: (session: LoggedSession, state: TrainingState) => void
  readonly directed?: (directive: Directive, state: TrainingState) => void
  readonly dayDone?: (day: string, state: TrainingState) => void
}

/**
 * Derives everything that follows from an athlete's facts: a left fold over sessions and directives
 * in the order in which they happened, whatever the order in which they were recorded. The same
 * facts always give the same state: each is judged by the rules of its own version, whatever the
 * rules in force.
 *
 * @param from the state that follows from all facts of the days before those of the log.
 * @throws UnknownRulesError for a version that this release does not know.
 */
export function* deriveTraining(
  trainingLog: TrainingLog,
  library: Library,
  ruleBook: RuleBook,
  witness: Witness = {},
  from: TrainingState = nothingKnown,
): Steps<TrainingState> {
  const draft = draftFrom(from)
  const judgement = { library, ruleBook, amendments: amendmentsIn(trainingLog.directives) }
  const steps = stepsOf(trainingLog)
  for (const [index, { on, directive, session }] of steps.entries()) {
    if (directive) {
      foldSaid(draft, directive, ruleBook)
      witness.directed?.(directive, draft)
    }
    if (session) {
      witness.before?.(session, draft)
      foldTrained(draft, session, judgement)
      witness.after?.(session, draft)
    }
    if (steps[index + 1]?.on !== on) witness.dayDone?.(on, draft)
    yield
  }
  return draft
}

type Judging = { readonly library: Library; readonly ruleBook: RuleBook; readonly amendments: Amendments }

/** Folds a directive into the draft: what it changes, and when it was said. */
export function foldSaid(draft: Draft, directive: Directive, ruleBook: RuleBook): void {
  foldDirective(draft, directive, ruleBook.version(directive.rulesVersion))
  noteSaid(draft, directive)
}

/** Folds a session into the draft: decisions, what they are in the calendar, and the goals that it reaches. */
export function foldTrained(draft: Draft, session: LoggedSession, { library, ruleBook, amendments }: Judging): void {
  const rules = ruleBook.version(session.rulesVersion)
  const decidedBefore = draft.decisions.length
  const work = foldSession(draft, session, { library, amendments, rules })
  noteInCalendar(draft, session, draft.decisions.slice(decidedBefore))
  const { date, completedAt } = session
  reachGoals(draft.goals, { date, completedAt, work }, draft.weeks, ruleBook)
}

/** Lists the days on which something of a log happened, in no order. */
export function daysOf({ sessions, directives }: TrainingLog): string[] {
  return [...new Set([...sessions.map(({ date }) => date), ...directives.map(({ on }) => on)])]
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
