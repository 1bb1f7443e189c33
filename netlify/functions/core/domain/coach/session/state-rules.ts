import type { CoachView } from '../coach-view.js'
import type { SessionRule } from '../recommendation.js'

/** Returns what the athlete's state does to a whole session: readiness, a deload, a return. */
export function stateRules({ athlete, rules }: CoachView): SessionRule[] {
  const { amber, rpeCaps } = rules.coach.session
  const { band, deload, returnMultiplier, monthlyReturns } = athlete
  const { greenMin } = rules.readiness.bands
  return [
    ...(band === 'amber'
      ? [{ id: 'ready.amber' as const, setsLess: amber.setsLess, rpeCap: rpeCaps.amber, threshold: greenMin }]
      : []),
    ...(deload
      ? [{ id: 'week.deload' as const, multiplier: 1 / rules.deload.setsDivisor, rpeCap: rpeCaps.deload }]
      : []),
    ...(returnMultiplier < 1 ? [{ id: 'week.return' as const, multiplier: returnMultiplier }] : []),
    ...(monthlyReturns > 0 ? [monthlyReturn(monthlyReturns, rules)] : []),
  ]
}

function monthlyReturn(returns: number, { layoff }: CoachView['rules']): SessionRule {
  return { id: 'week.monthly_return', returns, threshold: layoff.monthly?.returnsMin ?? returns }
}
