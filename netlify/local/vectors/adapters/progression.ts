import * as z from 'zod'
import { levelUp } from '#domain/levels/level-up.js'
import { progress } from '#domain/progression/progress.js'
import { adapter, metric, optional, real, whole, withDefault } from '../adapter.js'
import { eachItem, fields } from '../shape.js'

const progressInput = z.object({
  state: z.object({
    metric,
    default: z.array(whole),
    working: z.array(whole),
    over_streak: withDefault(whole, 0),
    fail_streak: withDefault(whole, 0),
    mastery_count: withDefault(whole, 0),
    mastered: withDefault(z.boolean(), false),
  }),
  session: z.object({ actual: z.array(whole), rpe_last: optional(real), pain: withDefault(whole, 0) }),
})

const progressOutput = fields({ working: eachItem('exact'), completion: 'fine' })

const progressAdapter = adapter(progressInput, progressOutput, ({ state, session }, rules) => {
  const { overStreak, failStreak, masteryCount, ...rest } = progress(
    {
      metric: state.metric,
      defaults: state.default,
      working: state.working,
      overStreak: state.over_streak,
      failStreak: state.fail_streak,
      masteryCount: state.mastery_count,
      mastered: state.mastered,
    },
    { actual: session.actual, rpeLast: session.rpe_last, pain: session.pain },
    rules,
  )
  return { ...rest, over_streak: overStreak, fail_streak: failStreak, mastery_count: masteryCount }
})

const levelUpInput = z.object({
  level: whole,
  available: whole,
  mastered: whole,
  m: real,
  P: real,
  entry_difficulty: optional(real),
  red_flags_14d: whole,
  days_since_session: whole,
  days_since_test: optional(whole),
  placement: withDefault(z.boolean(), false),
  test: z
    .object({
      default: z.array(whole),
      actual: z.array(whole),
      rpe_last: optional(real),
      pain: withDefault(whole, 0),
    })
    .nullable(),
})

const levelUpAdapter = adapter(
  levelUpInput,
  fields({ p_ability: 'fine', failed_gates: eachItem('exact') }),
  (input, rules) => {
    const { test } = input
    const decision = levelUp(
      {
        level: input.level,
        available: input.available,
        mastered: input.mastered,
        ability: { mean: input.m, variance: input.P },
        entryDifficulty: input.entry_difficulty,
        redFlags14Days: input.red_flags_14d,
        daysSinceSession: input.days_since_session,
        daysSinceTest: input.days_since_test,
        placement: input.placement,
      },
      test && { defaults: test.default, actual: test.actual, rpeLast: test.rpe_last, pain: test.pain },
      rules,
    )
    return {
      required_mastered: decision.requiredMastered,
      p_ability: decision.pAbility,
      failed_gates: decision.failedGates,
      result: decision.result,
    }
  },
)

export const progressionAdapters = { progress: progressAdapter, level_up: levelUpAdapter }
