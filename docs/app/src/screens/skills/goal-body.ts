import type { Input, Metric } from '@calistheniq/client'

type GoalBody = Input<'goals.set'>['body']

/**
 * Makes the goal that was typed: an amount in one set where there is one, else mastering the exercise.
 *
 * @param slug of the exercise.
 */
export function goalBody(form: Pick<FormData, 'get'>, slug: string, metric: Metric): GoalBody {
  const target = Number(form.get('target'))
  const deadline = `${form.get('deadline') ?? ''}`
  const what = target > 0 ? { kind: metric === 'reps' ? 'reps' : 'hold', target } : { kind: 'skill' }
  return { ...what, exercise: slug, ...(deadline === '' ? {} : { deadline }) } as GoalBody
}
