import { expect, test } from 'vitest'
import { DecisionReason } from '#domain/progression/decision.schema.js'
import type { GoalId, KeyId } from '#domain/values/id.schema.js'
import { idOf } from '#tests/support/ids.js'

// The compiler keeps these: a line that begins to compile is an unused `@ts-expect-error`, which is
// an error of its own.

test('a reason that no rule gives does not compile, and is no reason when it is read', () => {
  // @ts-expect-error not one of the reasons
  const unknown: DecisionReason = 'target_reached'
  expect(DecisionReason.safeParse(unknown).success).toBe(false)
})

test('an id of one kind does not compile where another kind is meant', () => {
  const goalId: GoalId = idOf.goal(1)
  // @ts-expect-error a goal is no key
  const keyId: KeyId = goalId
  expect(keyId).toBe(goalId)
})
