import { isUsable } from '#domain/library/library-facts.js'
import { type StrengthSlot, strengthSlots } from '#domain/library/vocabulary.js'
import { barsInTheWay, painBarring } from '../bars-in-the-way.js'
import type { CoachExercise } from '../coach-exercise.js'
import type { CoachView } from '../coach-view.js'
import { isOpen } from '../counts-as-mastered.js'
import { hardestOf } from '../difficulty-order.js'
import { chanceOfStart } from '../fitting-rungs.js'
import type { EquipmentHint } from '../recommendation.js'
import { rungsOf } from '../slot-key.js'

/** What a set of equipment makes possible: the hardest rung that fits by slot, and a real pull. */
type Reach = { readonly hardest: ReadonlyMap<StrengthSlot, CoachExercise>; readonly pullsWithBentArms: boolean }

/** A rung that nothing but equipment may keep from being done. */
type Rung = { readonly exercise: CoachExercise; readonly slot: StrengthSlot; readonly fits: boolean }

/**
 * Lists the things of a household that are not at hand and would help: those that open a slot, lift
 * its hardest fitting rung noticeably, or make a pull with bent arms possible for the first time.
 */
export function equipmentHints(view: CoachView): EquipmentHint[] {
  const { household } = view.rules.coach.hint
  const { equipment } = view.athlete
  const rungs = strengthSlots.flatMap((slot) => openRungs(slot, view))
  const now = reachOf(rungs, equipment, view)
  return household
    .filter((item) => !equipment.includes(item))
    .map((item) => ({ item, slots: liftedBy(now, reachOf(rungs, [...equipment, item], view), view) }))
    .filter(({ slots }) => slots.length > 0)
}

/** Lists the rungs of a slot that could be done with the right equipment. What fits does not depend on it. */
function openRungs(slot: StrengthSlot, view: CoachView): Rung[] {
  const { fitsFrom } = view.rules.coach.rung
  const barring = painBarring(view)
  const isBarred = (exercise: CoachExercise) => barsInTheWay(exercise, view, barring).some((bar) => bar !== 'equipment')
  return rungsOf(slot, view.library)
    .filter((exercise) => !isBarred(exercise) && isOpen(exercise, view))
    .map((exercise) => ({ exercise, slot, fits: chanceOfStart(exercise, view) >= fitsFrom }))
}

function reachOf(rungs: readonly Rung[], equipment: readonly string[], { rules }: CoachView): Reach {
  const { tag } = rules.coach.hint.pull
  const usable = rungs.filter(({ exercise }) => isUsable(exercise, equipment))
  const entries = strengthSlots.flatMap((slot) => {
    const fit = usable.filter((rung) => rung.slot === slot && rung.fits)
    const hardest = hardestOf(fit.map(({ exercise }) => exercise))
    return hardest ? [[slot, hardest] as const] : []
  })
  const pulls = usable.filter(({ slot }) => slot === 'hpull' || slot === 'vpull')
  return { hardest: new Map(entries), pullsWithBentArms: pulls.some(({ exercise }) => exercise.tags.includes(tag)) }
}

function liftedBy(now: Reach, then: Reach, { rules }: CoachView): StrengthSlot[] {
  const { liftMin, pull } = rules.coach.hint
  return strengthSlots.filter((slot) => {
    const before = now.hardest.get(slot)
    const after = then.hardest.get(slot)
    if (!after) return false
    if (!before || after.difficulty >= before.difficulty + liftMin) return true
    return slot === pull.slot && then.pullsWithBentArms && !now.pullsWithBentArms
  })
}
