import type { Metric } from '#domain/library/vocabulary.js'
import type { TargetRule } from '../targets.js'
import { type CoachReason, reasonOf } from './coach-reason.js'

/** Explains why the sets of an exercise are as long as they are, and what changed since the last time. */
export function explainTarget(rule: TargetRule, metric: Metric): CoachReason {
  return reasonOf(rule, sentence(rule, metric))
}

function sentence(rule: TargetRule, metric: Metric): string {
  const { id, told, lastFirst, lastOn, daysAgo } = rule
  if (id === 'target.first_time' && told !== null)
    return `You told ${amount(told, metric)} in one set: the first sets leave a good part of that in reserve.`
  if (lastFirst === null || lastOn === null || daysAgo === null)
    return `New to you: you could do about ${most(rule, metric)} in one set, and the first sets stop well short of that.`
  const ago = when(lastOn, daysAgo)
  if (id === 'target.first_time')
    return `Done another way ${ago}: like this you could do about ${most(rule, metric)} in one set.`
  return `${compared(rule.first - lastFirst, metric)} ${ago}: ${because(rule, metric)}.`
}

/** Says what holds the sets where they are. */
function because(rule: TargetRule, metric: Metric): string {
  const { id, limit, rpeCap, first } = rule
  if (limit === 'rpe') return `no set is to feel harder than RPE ${rpeCap} today`
  if (limit === 'endurance')
    return `you could do about ${most(rule, metric)}, but more than ${first} would train endurance`
  const kept = id === 'target.lowered_to_estimate' ? `, and ${inReserve[metric]}` : ''
  return `you could do about ${most(rule, metric)} in one set${kept}`
}

const inReserve = { reps: 'two of them stay in reserve', duration: 'a fifth stays in reserve' } as const

function compared(difference: number, metric: Metric): string {
  if (difference === 0) return 'The first set is what you did'
  const many = `${Math.abs(difference)}${metric === 'reps' ? '' : ' s'}`
  return `The first set is ${many} ${difference > 0 ? 'more' : 'less'} than you did`
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Words a day by its name as long as nobody can mistake it for another week's. */
function when(date: string, daysAgo: number): string {
  if (daysAgo === 0) return 'earlier today'
  if (daysAgo === 1) return 'yesterday'
  if (daysAgo < 7) return `on ${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]}`
  return `${daysAgo} days ago`
}

const most = ({ maximum }: TargetRule, metric: Metric) => amount(Math.round(maximum), metric)
const amount = (count: number, metric: Metric) => `${count} ${metric === 'reps' ? 'reps' : 'seconds'}`
