import * as z from 'zod'
import { query } from '#orchestration/operation.js'
import { goalNotFound } from '#orchestration/refusals.js'
import { AtQuery } from '#orchestration/training/read-training.js'
import { findGoal } from './support/find-goal.js'
import { ExpandableGoal, GoalPath, goalExpand } from './support/goal-resource.schema.js'
import { readGoalsAt } from './support/goals-at.js'
import { presentGoal } from './support/present-goal.js'

export const getGoal = query({
  id: 'goals.get',
  http: { method: 'GET', path: '/me/goals/{goalId}', status: 200 },
  summary: 'Get one of my goals',
  description:
    'A goal with its forecast, now or as it was known at an instant (`at`); notes and version are always those of today. A goal that ' +
    'was dropped is still found.',
  access: { scope: 'progress:read' },
  input: { params: GoalPath, query: z.strictObject({ ...AtQuery.shape, expand: goalExpand }) },
  output: ExpandableGoal,
  exercisesAt: ['exercise'],
  refusals: ['ACCOUNT_NOT_FOUND', 'GOAL_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { params: { goalId }, query: { at } }) => {
    if (at === undefined) {
      const { goal, training } = await findGoal(context, goalId)
      return presentGoal(context, goal, training)
    }
    const { goals, training } = await readGoalsAt(context, new Date(at))
    return presentGoal(context, goals.find(({ id }) => id === goalId) ?? goalNotFound(), training)
  },
})
