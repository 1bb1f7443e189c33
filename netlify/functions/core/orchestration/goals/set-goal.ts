import { setGoal as set } from '#domain/goal/goal.js'
import { SetGoal } from '#domain/goal/goal.schema.js'
import { momentOfGoal } from '#domain/goal/moment-of-goal.js'
import { exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { exerciseByKey } from '#domain/library/library-facts.js'
import { differingFields } from '#domain/values/differing-fields.js'
import { GoalId } from '#domain/values/id.schema.js'
import { command } from '#orchestration/operation.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { insertGoal } from '#queries/goals.js'
import { applyGoal } from './support/apply-goal.js'
import { lookForGoal } from './support/find-goal.js'
import { exerciseBestSets } from './support/goal-best-sets.js'
import { GoalResource } from './support/goal-resource.schema.js'
import { presentGoal } from './support/present-goal.js'

export const setGoal = command({
  id: 'goals.set',
  http: { method: 'POST', path: '/me/goals', status: 201 },
  summary: 'Set a goal',
  description:
    'Reps or seconds in one set, the standard of an exercise (a skill), or sessions a week for four weeks in a row. It is reached by ' +
    'itself when the log says so, from the day on which it is set.',
  access: { scope: 'progress:write' },
  input: { body: SetGoal },
  output: GoalResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'ID_TAKEN', 'METRIC_MISMATCH'],
  location: ({ id }) => `/me/goals/${id}`,
  existing: async (context, { body: { id, exercise: key, ...given } }) => {
    if (id === undefined) return null
    const { goal, training } = await lookForGoal(context, id)
    if (goal === null) return null
    const exercise = key && (exerciseByKey(training.library, key)?.id ?? key)
    return {
      output: await presentGoal(context, goal, training),
      differing: differingFields({ ...given, exercise }, { ...goal, exercise: goal.exerciseId }),
    }
  },
  run: async (
    context,
    { body: { id = context.newId(GoalId), kind, exercise, target, deadline = null, notes = null } },
  ) => {
    const { athleteId: userId, now } = context
    // the goal is not stored yet, so its exercise is named
    const keys = exercise === undefined ? { id: null, slug: null } : exerciseKeys(exercise)
    const { more, ...known } = await readTrainingWith(context, {}, [exerciseBestSets(context, keys)])
    const training = { ...known, bestSets: more[0] }
    const { athlete, library } = training
    const { on } = momentOfGoal(training, id, athlete.today, now)
    const named = exercise === undefined ? undefined : exerciseByKey(library, exercise)
    const wanted = { kind, exercise: named, target, deadline }
    const goal = set(wanted, { id, on, now, notes })
    const { statements, events } = await applyGoal(context, 'goal.set', goal, training)
    return {
      statements: [insertGoal({ userId, goal }), ...statements],
      events,
      output: await presentGoal(context, goal, training),
    }
  },
})
