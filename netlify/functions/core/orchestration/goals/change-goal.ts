import { asFactsSay, changeGoal as change } from '#domain/goal/goal.js'
import { ChangeGoal } from '#domain/goal/goal.schema.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { updateGoal } from '#queries/goals.js'
import { applyGoal } from './support/apply-goal.js'
import { findGoal } from './support/find-goal.js'
import { GoalPath, GoalResource } from './support/goal-resource.schema.js'
import { presentGoal } from './support/present-goal.js'

export const changeGoal = command({
  id: 'goals.change',
  http: { method: 'PATCH', path: '/me/goals/{goalId}', status: 200 },
  summary: 'Change one of my goals',
  description:
    'A merge patch (RFC 7396). Another target opens a goal that was reached: it counts from now on. Kind and exercise stay.',
  access: { scope: 'progress:write' },
  input: { params: GoalPath, body: ChangeGoal },
  output: GoalResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'CONFLICT', 'GOAL_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { params: { goalId }, body }) => {
    const { athleteId: userId, now } = context
    const { goal: before, training } = await findGoal(context, goalId)
    expectVersion(context, before)
    const { goal: wanted, fields } = change(before, body, { today: training.athlete.today, now })
    if (fields.length === 0) return { statements: [], events: [], output: await presentGoal(context, before, training) }
    const { after, statements, events } = await applyGoal(context, 'goal.changed', wanted, training)
    const goal = asFactsSay(wanted, after.goals.get(goalId))
    return {
      statements: [updateGoal({ userId, goal }), ...statements],
      events,
      output: await presentGoal(context, goal, { ...training, state: after }),
    }
  },
})
