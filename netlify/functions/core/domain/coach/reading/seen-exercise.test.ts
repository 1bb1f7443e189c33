import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { libraryOfRungs, rung } from '#tests/support/coach.js'
import { type GivenEntry, loggedOn } from '#tests/support/logged-entries.js'
import { seenIn } from './seen-exercise.js'

const library = libraryOfRungs(rung('dip', 2), rung('row', 2))

/** What is seen of entries; those in the given places wait for review. */
function seen(entries: readonly GivenEntry[], heldPlaces: readonly number[] = []) {
  const session = loggedOn('2026-11-02', rulesInForce, ...entries)
  const backwards = { ...session, exercises: session.exercises.toReversed() }
  return seenIn(backwards, library, ({ order }) => heldPlaces.includes(order), rulesInForce)
}
const warmUp = { amount: 5, kind: 'warmup' as const }

it('an exercise is seen in the order of the session, when more than its warm-up was done', () => {
  const row: GivenEntry = { exercise: 'row', sets: [warmUp, 6] }
  expect(seen([row, { exercise: 'dip', sets: [6] }]).map(({ exercise }) => exercise.slug)).toEqual(['row', 'dip'])
  expect(seen([row, { exercise: 'dip', sets: [warmUp] }]).map(({ exercise }) => exercise.slug)).toEqual(['row'])
})

it('an entry that waits for review speaks when no other one does', () => {
  const small: GivenEntry = { exercise: 'dip', sets: [6] }
  const typed: GivenEntry = { exercise: 'dip', sets: [60] }
  expect(seen([small, typed], [2])[0]?.observation).toMatchObject({ actual: 6, held: false })
  expect(seen([typed], [1])[0]?.observation).toMatchObject({ held: true })
})

it('an exercise that is done slower is seen as a harder one', () => {
  const difficulty = (modifier: 'none' | 'tempo') =>
    seen([{ exercise: 'dip', sets: [6], modifier }])[0]?.observation?.difficulty ?? 0
  expect(difficulty('tempo')).toBeCloseTo(difficulty('none') + rulesInForce.coach.beyond.tempo, 12)
})
