import { dropGoal as drop } from '#domain/goal/goal.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { updateGoal } from '#queries/goals.js'
import { applyGoal } from './support/apply-goal.js'
import { findGoal } from './support/find-goal.js'
import { GoalPath } from './support/goal-resource.schema.js'

/** Keeps the row: a dropped goal is part of the history, and `?at=` can ask for it. */
export const dropGoal = command({
  id: 'goals.drop',
  http: { method: 'DELETE', path: '/me/goals/{goalId}', status: 204 },
  summary: 'Drop one of my goals',
  description: 'The goal is given up, and still found as dropped. One that was dropped before stays so.',
  access: { scope: 'progress:write' },
  input: { params: GoalPath },
  output: null,
  refusals: ['ACCOUNT_NOT_FOUND', 'GOAL_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { params: { goalId } }) => {
    const { athleteId: userId, now } = context
    const { goal: before, training } = await findGoal(context, goalId)
    expectVersion(context, before)
    const goal = drop(before, now)
    if (goal === before) return { statements: [], events: [], output: undefined }
    const { statements, events } = await applyGoal(context, 'goal.dropped', goal, training)
    return { statements: [updateGoal({ userId, goal }), ...statements], events, output: undefined }
  },
})
