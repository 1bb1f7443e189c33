import { strengthSlots } from '#domain/library/vocabulary.js'
import type { CoachView } from '../coach-view.js'
import type { LeftOut, Recommendation, RecommendedItem, SessionRequest, SessionRule } from '../recommendation.js'
import { isStrengthSlot } from '../slot-groups.js'
import { balancePushAndPull, withFewerSets } from './balance-sets.js'
import { blockedByPain } from './blocked-by-pain.js'
import { chooseSkills } from './choose-skills.js'
import { considerSlots } from './consider-slots.js'
import type { TrainRule } from './day-answer.js'
import { type Draft, type Part, setsIn, targetsIn } from './draft.js'
import { type Filling, fillSession } from './fill-session.js'
import { setsAtFirst } from './leave-out.js'
import { orderSession } from './order-session.js'
import { recoveryDay } from './recovery-day.js'
import { isCircuit, restSecondsIn, type SessionTime, secondsOf } from './session-time.js'
import { type Guarded, guardAgainstSpikes } from './spike-guard.js'
import { stateRules } from './state-rules.js'
import { todaysSlots } from './todays-slots.js'
import { planWarmup } from './warm-up.js'
import { volumeOf } from './weekly-volume.js'

/** A session, what shaped it, and what is not part of it. */
type Composed = {
  readonly session: Draft
  readonly rules: readonly SessionRule[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Recommends the session of a day on which the athlete trains; recovery when nothing is left that
 * could be trained.
 */
export function trainingDay(rule: TrainRule, request: SessionRequest, view: CoachView): Recommendation {
  const time = { minutes: request.minutes, rules: view.rules }
  const { session, rules: shaping, leftOut } = compose(request, view, time)
  const rules = [rule, ...stateRules(view), ...shaping] as const
  if (session.length === 0) {
    return { ...recoveryDay([...rules, { id: 'day.nothing_to_train' }], request, view), leftOut }
  }
  return {
    day: view.day,
    kind: 'train',
    rules,
    items: session.map((part) => itemOf(part, session, time)),
    arrangement: isCircuit(time) ? 'circuit' : 'pairs',
    leftOut,
    blocked: blockedByPain(view),
    warmup: planWarmup(session, view, time),
    seconds: Math.round(secondsOf(session, time)),
  }
}

function compose({ minutes, force }: SessionRequest, view: CoachView, time: SessionTime): Composed {
  const volumes = strengthSlots.map((slot) => volumeOf(slot, view))
  const today = todaysSlots(volumes, force, view)
  const first = setsAtFirst(minutes, view.athlete.deload, view.rules)
  const considered = considerSlots(
    volumes.filter(({ slot }) => today.slots.includes(slot)),
    first,
    view,
  )
  const skills = chooseSkills(view, time)
  const { draft, rules } = shape(fillSession(skills.draft, considered.fillings, first, view, time), view)
  const noTime = considered.fillings.filter(({ choice }) => setsIn(draft, choice.key) === 0)
  return {
    session: orderSession(draft, volumes, view.rules),
    rules: [...today.rules, ...rules],
    leftOut: inSlotOrder([
      ...today.leftOut,
      ...considered.leftOut,
      ...noTime.map(outOfTime(minutes)),
      ...skills.leftOut,
    ]),
  }
}

/** Brings a filled session to what readiness, balance and the last loads allow. */
function shape(filled: Draft, view: CoachView): Guarded {
  const ready = view.athlete.band === 'amber' ? withFewerSets(filled, view.rules) : filled
  return guardAgainstSpikes(balancePushAndPull(ready, view.rules), view)
}

function outOfTime(minutes: number): (filling: Filling) => LeftOut {
  return ({ choice: { key } }) => ({ key, rule: { id: 'slot.no_time', minutes } })
}

/** Sorts what is left out as the slots are, skills at the end. */
function inSlotOrder(leftOut: readonly LeftOut[]): LeftOut[] {
  return [
    ...strengthSlots.flatMap((slot) => leftOut.filter(({ key }) => key === slot)),
    ...leftOut.filter(({ key }) => !isStrengthSlot(key)),
  ]
}

function itemOf(part: Part, session: Draft, time: SessionTime): RecommendedItem {
  const { key, exercise, beyond, rpeCap, rules } = part.choice
  return {
    slot: exercise.slot,
    key,
    exercise,
    sets: targetsIn(part),
    modifier: beyond.modifier,
    reserve: time.rules.coach.target.reserveReps,
    rpeCap,
    restSeconds: restSecondsIn(session, part.choice, time),
    rules,
  }
}
