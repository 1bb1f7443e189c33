import * as z from 'zod'
import type { Goal } from '#domain/goal/goal.js'
import { GoalStatus } from '#domain/goal/goal.schema.js'
import { GoalId } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import type { Context } from '#orchestration/context.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery } from '#orchestration/paging.js'
import { AtQuery } from '#orchestration/training/read-training.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { listGoals as listStatement } from '#queries/goals.js'
import { goalBestSets } from './support/goal-best-sets.js'
import { ExpandableGoal, goalExpand } from './support/goal-resource.schema.js'
import { readGoalsAt } from './support/goals-at.js'
import { type GoalTraining, presentGoals } from './support/present-goal.js'

export const listGoals = query({
  id: 'goals.list',
  http: { method: 'GET', path: '/me/goals', status: 200 },
  summary: 'List my goals',
  description:
    'Goals with their forecasts, the last that was set first; now, or as they were known at an instant (`at`).',
  access: { scope: 'progress:read' },
  input: {
    query: z.strictObject({ status: GoalStatus.optional(), ...AtQuery.shape, expand: goalExpand, ...pageQuery }),
  },
  output: pageOf(ExpandableGoal),
  exercisesAt: ['exercise'],
  refusals: ['ACCOUNT_NOT_FOUND', 'INVALID_CURSOR', 'INVALID_INPUT'],
  run: async (context, { query: { status = null, at, limit, cursor } }) => {
    const purpose = `goals.list?${JSON.stringify({ status, at: at ?? null })}`
    const after = cursor === undefined ? null : Keys.parse(context.cursors().open(purpose, cursor))
    const asked = { status, after, limit: limit + 1 }
    const { goals, training } = await (at === undefined
      ? goalsNow(context, asked)
      : goalsThen(context, new Date(at), asked))
    const shown = goals.slice(0, limit)
    const last = goals.length > limit ? shown.at(-1) : undefined
    const nextCursor = last ? context.cursors().seal(purpose, [last.setOn, last.id]) : null
    return { data: await presentGoals(context, shown, training), page: { nextCursor, limit } }
  },
})

const Keys = z.tuple([LocalDate, GoalId])

type Asked = {
  readonly status: GoalStatus | null
  readonly after: readonly [setOn: string, id: GoalId] | null
  readonly limit: number
}

type Listed = { readonly goals: readonly Goal[]; readonly training: GoalTraining }

async function goalsNow(context: Context, { status, after, limit }: Asked): Promise<Listed> {
  const [afterSetOn, afterId] = after ?? [null, null]
  const asked = listStatement({ userId: context.athleteId, status, afterSetOn, afterId, limit })
  const { more, ...training } = await readTrainingWith(context, {}, [asked, goalBestSets(context)])
  const [goals, bestSets] = more
  return { goals, training: { ...training, bestSets } }
}

async function goalsThen(context: Context, at: Date, { status, after, limit }: Asked): Promise<Listed> {
  const { goals, training } = await readGoalsAt(context, at)
  const isBehind = ({ setOn, id }: Goal) => after === null || `${setOn} ${id}` < after.join(' ')
  const wanted = goals.filter((goal) => (status === null || goal.status === status) && isBehind(goal))
  return { goals: wanted.slice(0, limit), training }
}
