import { candidatesOf } from '../candidates.js'
import { capacityOf } from '../capacity.js'
import type { CoachExercise } from '../coach-exercise.js'
import type { CoachView } from '../coach-view.js'
import { hardestOf } from '../difficulty-order.js'
import { slotAbility } from '../estimate.js'
import type { WarmupStep } from '../recommendation.js'
import { isStrengthSlot } from '../slot-groups.js'
import { slotKeyOf } from '../slot-key.js'
import type { Draft } from './draft.js'
import { type SessionTime, warmUpSeconds, workSeconds } from './session-time.js'

type Specific = Extract<WarmupStep, { kind: 'specific' }>

/**
 * Plans the warm-up: some minutes of anything, then an easy set for each slot but core in the order
 * of the session, while there is time (specific warm-ups do most: Iversen 2021).
 */
export function planWarmup(session: Draft, view: CoachView, time: SessionTime): WarmupStep[] {
  const { secondsLeftMin, changeSeconds } = view.rules.coach.session.warmUp
  const all = warmUpSeconds(time)
  const general = generalSeconds(all, time)
  let left = all - general
  const specific: Specific[] = []
  for (const { choice } of session.filter(({ choice: { key } }) => key !== 'core')) {
    if (left < secondsLeftMin) break
    const step = easySet(choice.exercise, view)
    const seconds = workSeconds(step.exercise, step.target, view.rules) + changeSeconds
    if (seconds > left) continue
    left -= seconds
    specific.push(step)
  }
  return [{ kind: 'general', seconds: Math.round(general) }, ...specific]
}

/** Returns the seconds of the general part of a warm-up. */
export function generalSeconds(allSeconds: number, { rules }: SessionTime): number {
  const { secondsMax, share } = rules.coach.session.warmUp.general
  return Math.min(secondsMax, allSeconds * share)
}

/** Returns an easy set before an exercise: of an easier rung in reps where there is one. */
function easySet(working: CoachExercise, view: CoachView): Specific {
  const key = slotKeyOf(working)
  const exercise = isStrengthSlot(key) ? easierRung(working, view) : working
  const { capacityShare, repsMin, repsMax, holdSecondsMax } = view.rules.coach.session.warmUp
  const easy = Math.floor(capacityShare * capacityOf(exercise, slotAbility(exercise, view), 0, view.rules))
  const most = exercise.metric === 'reps' ? repsMax : holdSecondsMax
  return { kind: 'specific', key, exercise, target: Math.max(repsMin, Math.min(most, easy)) }
}

function easierRung(working: CoachExercise, view: CoachView): CoachExercise {
  const { levelsBelow } = view.rules.coach.session.warmUp
  const easier = candidatesOf(slotKeyOf(working), view).filter(
    ({ metric, difficulty }) => metric === 'reps' && difficulty <= working.difficulty - levelsBelow,
  )
  return hardestOf(easier) ?? working
}
