import { exerciseIn, type Library, type LibraryFacts } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import { rulesByVersion, type TrainingRules } from '#domain/rules/training-rules.js'
import type { Amendments } from './amendments.js'
import { decideExercise } from './decide-exercise.js'
import { foldAbility } from './fold-ability.js'
import { recordKey, recordsClaimed } from './records.js'
import type { LoggedExercise, LoggedSession } from './training-log.js'
import type { Draft } from './training-state.js'
import { standingIn } from './training-state.js'

type Entry = { readonly exercise: LoggedExercise; readonly facts: LibraryFacts }

/**
 * Folds a completed session: a decision for each exercise that was trained, then what the session
 * says of each category.
 *
 * @throws Error when it was judged by rules that this release does not know.
 */
export function foldSession(draft: Draft, session: LoggedSession, library: Library, marks: Amendments): void {
  const rules = rulesOf(session)
  const entries = [...session.exercises]
    .filter(({ sets }) => sets.length > 0)
    .sort((a, b) => a.order - b.order)
    .map((exercise): Entry => ({ exercise, facts: exerciseIn(library, exercise.exerciseId) }))
  for (const entry of entries) foldExercise(draft, session, entry, rules, marks)
  for (const category of new Set(entries.map(({ facts }) => facts.category))) {
    foldCategory(
      draft,
      session,
      category,
      entries.filter(({ facts }) => facts.category === category),
      rules,
      marks,
    )
  }
}

function rulesOf(session: LoggedSession): TrainingRules {
  const rules = rulesByVersion(session.rulesVersion)
  if (!rules)
    throw new Error(
      `session ${session.id} was judged by rules ${session.rulesVersion}, which this release does not know`,
    )
  return rules
}

function foldExercise(
  draft: Draft,
  session: LoggedSession,
  entry: Entry,
  rules: TrainingRules,
  marks: Amendments,
): void {
  const { exercise, facts } = entry
  const { decision, standing } = decideExercise(standingIn(draft, facts.id), {
    session,
    exercise,
    facts,
    rules,
    lastTrainedOn: draft.categories.get(facts.category)?.lastSessionOn ?? null,
    inDeload: draft.deloads.some(({ startsOn, endsOn }) => startsOn <= session.date && session.date <= endsOn),
    override: marks.overrides.get(exercise.id) ?? null,
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
  rules: TrainingRules,
  marks: Amendments,
): void {
  const confirmed = exercises.some(({ exercise }) => marks.confirmed.has(exercise.id))
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
