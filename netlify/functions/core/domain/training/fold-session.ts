import type { Metric } from '#domain/library/vocabulary.js'
import { isInDeload } from '#domain/progression/deload-week.js'
import { monthlyReturns } from '#domain/progression/monthly-returns.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { decideExercise } from './decide-exercise.js'
import { type Entry, entriesOf, placesOf } from './judging/entries.js'
import type { Amendments, Judgement } from './judging/judgement.js'
import { lastTrainedOn } from './judging/last-trained.js'
import { learnFrom } from './judging/learn-from.js'
import { isPainful, notePain } from './judging/pain-in-category.js'
import { referringTo } from './judging/referring-decision.js'
import { countedSets } from './judging/rounds.js'
import { recordKey, recordsClaimed } from './records.js'
import type { LoggedExercise, LoggedSession } from './training-log.js'
import { type Draft, standingIn } from './training-state.js'

/** What of a session counts for goals: what does not wait for review, and the sets that count. */
export type CountedWork = {
  readonly exercise: LoggedExercise
  readonly metric: Metric
  readonly rules: TrainingRules
}

/**
 * Folds a completed session: makes a decision for each exercise that was trained, then updates each
 * category. Returns what counts for goals.
 */
export function foldSession(draft: Draft, session: LoggedSession, judgement: Judgement): CountedWork[] {
  const { library, rules } = judgement
  const entries = entriesOf(session, library, rules)
  const learned = learnFrom(draft, session, entries, judgement)
  notePain(draft, session, entries, rules)
  const circumstances = {
    ...judgement,
    inDeload: isInDeload(session.date, draft.deloads),
    monthlyReturns: monthlyReturns(draft.trainedOn.toReversed(), session.date, rules),
  }
  for (const entry of entries) {
    const isHeld = learned.held.has(entry.exercise.id)
    foldExercise(draft, session, entry, { ...circumstances, isHeld })
  }
  for (const standing of learned.standings) draft.categories.set(standing.category, standing)
  for (const { id, exerciseId } of learned.review) {
    draft.held.push({ sessionExerciseId: id, sessionId: session.id, exerciseId, on: session.date })
  }
  return entries
    .filter(({ exercise }) => !learned.held.has(exercise.id))
    .map(({ exercise, facts: { metric } }) => ({ exercise, metric, rules }))
}

type Circumstances = Judgement & {
  readonly inDeload: boolean
  readonly monthlyReturns: number
  readonly isHeld: boolean
}

function foldExercise(draft: Draft, session: LoggedSession, entry: Entry, circumstances: Circumstances): void {
  const { rules, amendments, library, ...others } = circumstances
  const { exercise, facts } = entry
  const known = standingIn(draft, facts.id)
  const { decision, standing } = decideExercise(known, {
    session,
    exercise,
    facts,
    rules,
    lastTrainedOn: lastTrainedOn(facts, draft, library, rules),
    ...others,
    painInCategory: isPainful(draft, facts.category, session.date, rules),
    override: overrideOf(entry, amendments),
  })
  draft.decisions.push(decision, ...entry.others.map((other) => referringTo(decision, other)))
  draft.exercises.set(facts.id, standing)
  if (!others.isHeld) claimRecords(draft, session, entry, rules)
}

function claimRecords(draft: Draft, session: LoggedSession, { exercise, facts }: Entry, rules: TrainingRules): void {
  const counted = { ...exercise, sets: countedSets(exercise.sets, rules) }
  for (const claim of recordsClaimed(session, counted, facts.metric)) {
    const best = draft.records.get(recordKey(claim))
    if (!best || claim.value > best.value) draft.records.set(recordKey(claim), claim)
  }
}

/** Returns the last word on any of the places that an entry stands for. */
function overrideOf(entry: Entry, { overrides }: Amendments): readonly number[] | null {
  return placesOf(entry).reduce<readonly number[] | null>((last, { id }) => overrides.get(id) ?? last, null)
}
