import * as z from 'zod'
import { unlockPath } from '#domain/path/unlock-path.js'
import { betaStatistics } from '../../../bench/former-policy/sampling/sampling.js'
import { categoryNeeds } from '../../../bench/former-policy/selection/needs.js'
import { selectExercises } from '../../../bench/former-policy/selection/select-exercises.js'
import { adapter, metric, optional, real, whole, withDefault } from '../adapter.js'
import { prerequisiteGraph } from '../prerequisites.js'
import { eachField, eachItem, fields } from '../shape.js'

const texts = z.array(z.string())

const needs = adapter(
  z.object({ sets: z.record(z.string(), whole), target: optional(z.record(z.string(), real)) }),
  eachField('fine'),
  ({ sets, target }, rules) => categoryNeeds(sets, rules, target ?? undefined),
)

const selectInput = z.object({
  candidates: z.array(
    z.object({
      slug: z.string(),
      level: whole,
      difficulty: real,
      default: whole,
      target: whole,
      metric,
      prerequisites: texts,
      equipment: texts,
      tags: texts,
      days_since: optional(whole),
      recent_regress: withDefault(z.boolean(), false),
    }),
  ),
  m: real,
  P: real,
  need: real,
  user: z.object({ level: whole, mastered: texts, equipment: texts, blocked_tags: texts }),
  k: optional(whole),
})

const selectOutput = eachItem(fields({ slug: 'exact', p_success: 'fine', score: 'fine' }))

const select = adapter(selectInput, selectOutput, ({ candidates, m, P, need, user, k }, rules) => {
  const athlete = { ...user, ability: { mean: m, variance: P }, blockedTags: user.blocked_tags }
  const offered = candidates.map((candidate) => ({
    ...candidate,
    prerequisites: candidate.prerequisites.map((slug) => [slug]),
    equipment: candidate.equipment.map((item) => [item]),
    defaultAmount: candidate.default,
    daysSince: candidate.days_since,
    recentRegress: candidate.recent_regress,
  }))
  const chosen = selectExercises(offered, athlete, need, rules, k ?? undefined)
  return chosen.map(({ slug, pSuccess, score }) => ({ slug, p_success: pSuccess, score }))
})

const beta = adapter(
  z.object({ successes: whole, failures: whole, prior: optional(z.tuple([real, real])) }),
  fields({ alpha: 'fine', beta: 'fine', mean: 'fine', sd: 'fine' }),
  ({ successes, failures, prior }, rules) => {
    const before = prior === null ? undefined : { alpha: prior[0], beta: prior[1] }
    const { deviation, ...rest } = betaStatistics({ successes, failures }, rules, before)
    return { ...rest, sd: deviation }
  },
)

const unlock = adapter(z.object({ goal: z.string(), mastered: texts }), eachItem('exact'), ({ goal, mastered }) =>
  unlockPath(prerequisiteGraph(), mastered, goal),
)

export const selectionAdapters = { needs, select, beta, unlock_path: unlock }
