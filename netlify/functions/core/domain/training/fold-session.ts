import { exerciseIn, type Library, type LibraryFacts } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import { isInDeload } from '#domain/progression/deload-week.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { SessionExerciseId } from '#domain/values/id.schema.js'
import { decideExercise } from './decide-exercise.js'
import { foldAbility } from './fold-ability.js'
import { recordKey, recordsClaimed } from './records.js'
import type { Directive, LoggedExercise, LoggedSession } from './training-log.js'
import { type Draft, standingIn } from './training-state.js'

type Entry = { readonly exercise: LoggedExercise; readonly facts: LibraryFacts }

/** What the athlete decided about single exercises of a session, by session exercise id. */
export type Amendments = {
  readonly overrides: ReadonlyMap<SessionExerciseId, readonly number[]>
  readonly confirmed: ReadonlySet<SessionExerciseId>
}

/** Returns the last amendment of each session exercise. */
export function amendmentsIn(directives: readonly Directive[]): Amendments {
  const overrides = new Map<SessionExerciseId, readonly number[]>()
  const confirmed = new Set<SessionExerciseId>()
  for (const directive of directives) {
    if (directive.kind === 'override') overrides.set(directive.sessionExerciseId, directive.sets)
    if (directive.kind === 'confirmation') confirmed.add(directive.sessionExerciseId)
  }
  return { overrides, confirmed }
}

/** What a session is judged with. */
export type Judgement = {
  readonly library: Library
  readonly amendments: Amendments
  /** The rules in force when the session was completed. */
  readonly rules: TrainingRules
}

/**
 * Folds a completed session: makes a decision for each exercise that was trained, then updates each
 * category.
 */
export function foldSession(draft: Draft, session: LoggedSession, judgement: Judgement): void {
  const entries = session.exercises
    .filter(({ sets }) => sets.length > 0)
    .toSorted((a, b) => a.order - b.order)
    .map((exercise): Entry => ({ exercise, facts: exerciseIn(judgement.library, exercise.exerciseId) }))
  const inDeload = isInDeload(session.date, draft.deloads)
  for (const entry of entries) foldExercise(draft, session, entry, { ...judgement, inDeload })
  for (const category of new Set(entries.map(({ facts }) => facts.category))) {
    const ofCategory = entries.filter(({ facts }) => facts.category === category)
    foldCategory(draft, session, category, ofCategory, judgement)
  }
}

function foldExercise(
  draft: Draft,
  session: LoggedSession,
  entry: Entry,
  { rules, amendments, inDeload }: Judgement & { readonly inDeload: boolean },
): void {
  const { exercise, facts } = entry
  const { decision, standing } = decideExercise(standingIn(draft, facts.id), {
    session,
    exercise,
    facts,
    rules,
    lastTrainedOn: draft.categories.get(facts.category)?.lastSessionOn ?? null,
    inDeload,
    override: amendments.overrides.get(exercise.id) ?? null,
  })
  draft.decisions.push(decision)
  draft.exercises.set(facts.id, standing)
  for (const claim of recordsClaimed(session, exercise, facts.metric)) {
    const best = draft.records.get(recordKey(claim))
    if (!best || claim.value > best.value) draft.records.set(recordKey(claim), claim)
  }
}

function foldCategory(
  draft: Draft,
  session: LoggedSession,
  category: Category,
  exercises: readonly Entry[],
  { rules, amendments }: Judgement,
): void {
  const confirmed = exercises.some(({ exercise }) => amendments.confirmed.has(exercise.id))
  const folded = foldAbility(draft.categories.get(category), category, {
    date: session.date,
    exercises,
    confirmed,
    rules,
  })
  draft.categories.set(category, folded.standing)
  for (const { id, exerciseId } of folded.review) {
    draft.held.push({ sessionExerciseId: id, sessionId: session.id, exerciseId, on: session.date })
  }
}
