import { candidatesOf } from '../candidates.js'
import { standardOf } from '../capacity.js'
import type { CoachView } from '../coach-view.js'
import type { Recommendation, SessionRequest, WarmupStep } from '../recommendation.js'
import { blockedByPain } from './blocked-by-pain.js'
import { generalSeconds } from './warm-up.js'

/** Recommends a day of recovery, without a session. */
export function recoveryDay(
  rules: Recommendation['rules'],
  { minutes }: SessionRequest,
  view: CoachView,
): Recommendation {
  return {
    day: view.day,
    kind: 'recovery',
    rules,
    items: [],
    arrangement: null,
    leftOut: [],
    blocked: blockedByPain(view),
    warmup: planRecovery(minutes, view),
    seconds: null,
  }
}

/** Plans some minutes of anything, then what is easiest for joints and mobility. */
function planRecovery(minutes: number, view: CoachView): WarmupStep[] {
  const { recovery, rpeCaps } = view.rules.coach.session
  const seconds = generalSeconds(Math.min(minutes, recovery.minutesMax) * 60, { minutes, rules: view.rules })
  const mobility = candidatesOf('prep', view)
    .slice(0, recovery.exercises)
    .map((exercise) => ({
      kind: 'mobility' as const,
      exercise,
      target: Math.max(recovery.setMin, Math.floor(standardOf(exercise) / recovery.defaultDivisor)),
      sets: recovery.sets,
      rpeCap: rpeCaps.red,
    }))
  return [{ kind: 'general', seconds: Math.round(seconds) }, ...mobility]
}
