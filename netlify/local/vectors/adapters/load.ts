import * as z from 'zod'
import { acuteChronicRatio } from '#domain/load/acute-chronic-ratio.js'
import { sessionLoad } from '#domain/load/session-load.js'
import { sessionSpike } from '#domain/load/session-spike.js'
import { weekStatistics } from '#domain/load/week-statistics.js'
import { adapter, optional, real, withDefault } from '../adapter.js'
import { fields } from '../shape.js'

const sessionLoadAdapter = adapter(
  z.object({ minutes: real, session_rpe: optional(real), set_rpes: withDefault(z.array(real.nullable()), []) }),
  fields({ load: 'coarse', estimated: 'exact' }),
  ({ minutes, session_rpe, set_rpes }) => sessionLoad({ minutes, sessionRpe: session_rpe, setRpes: set_rpes }),
)

const weekStats = adapter(
  z.object({ daily: z.array(real) }),
  fields({ total: 'coarse', mean: 'fine', sd: 'fine', monotony: 'fine', strain: 'coarse' }),
  ({ daily }, rules) => {
    const { deviation, ...rest } = weekStatistics(daily, rules)
    return { ...rest, sd: deviation }
  },
)

const acwr = adapter(
  z.object({ daily: z.array(real) }),
  fields({ coupled: 'fine', uncoupled: 'fine', ewma: 'fine' }),
  ({ daily }, rules) => acuteChronicRatio(daily, rules),
)

const spike = adapter(
  z.object({ load: real, prior_30d: z.array(real), prior_last3: withDefault(z.array(real), []) }),
  fields({ ratio: 'fine', band: 'exact', basis: 'exact' }),
  ({ load, prior_30d, prior_last3 }, rules) =>
    sessionSpike({ load, prior30Days: prior_30d, priorLast3: prior_last3 }, rules),
)

export const loadAdapters = { session_load: sessionLoadAdapter, week_stats: weekStats, acwr, session_spike: spike }
