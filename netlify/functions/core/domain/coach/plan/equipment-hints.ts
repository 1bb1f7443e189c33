import { type StrengthSlot, strengthSlots } from '#domain/library/vocabulary.js'
import { candidatesOf } from '../candidates.js'
import type { CoachExercise } from '../coach-exercise.js'
import type { CoachView } from '../coach-view.js'
import { hardestOf } from '../difficulty-order.js'
import { chanceOfStart } from '../fitting-rungs.js'
import type { EquipmentHint } from '../recommendation.js'

/** What a set of equipment makes possible: the hardest rung that fits by slot, and a real pull. */
type Reach = { readonly hardest: ReadonlyMap<StrengthSlot, CoachExercise>; readonly pullsWithBentArms: boolean }

/**
 * Lists the things of a household that are not at hand and would help: those that open a slot, lift
 * its hardest fitting rung noticeably, or make a pull with bent arms possible for the first time.
 */
export function equipmentHints(view: CoachView): EquipmentHint[] {
  const { household } = view.rules.coach.hint
  const now = reachOf(view)
  return household
    .filter((item) => !view.athlete.equipment.includes(item))
    .map((item) => ({ item, slots: liftedBy(now, reachOf(withItem(view, item)), view) }))
    .filter(({ slots }) => slots.length > 0)
}

function withItem(view: CoachView, item: string): CoachView {
  return { ...view, athlete: { ...view.athlete, equipment: [...view.athlete.equipment, item] } }
}

function reachOf(view: CoachView): Reach {
  const { fitsFrom } = view.rules.coach.rung
  const { tag } = view.rules.coach.hint.pull
  const entries = strengthSlots.flatMap((slot) => {
    const fit = candidatesOf(slot, view).filter((exercise) => chanceOfStart(exercise, view) >= fitsFrom)
    const hardest = hardestOf(fit)
    return hardest ? [[slot, hardest] as const] : []
  })
  const pulls = (['hpull', 'vpull'] as const).flatMap((slot) => candidatesOf(slot, view))
  return { hardest: new Map(entries), pullsWithBentArms: pulls.some(({ tags }) => tags.includes(tag)) }
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
