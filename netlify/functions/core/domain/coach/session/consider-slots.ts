import type { CoachView } from '../coach-view.js'
import type { LeftOut } from '../recommendation.js'
import { chooseWork } from './choose-work.js'
import type { Filling } from './fill-session.js'
import { fillingOrder } from './filling-order.js'
import { nothingFits, whyLeftOut } from './leave-out.js'
import type { SlotVolume } from './weekly-volume.js'

/** What a session may be filled with, in this order, and the slots that are left out. */
export type Considered = { readonly fillings: readonly Filling[]; readonly leftOut: readonly LeftOut[] }

/**
 * Chooses for each slot what it would be trained with, and leaves out what should not be trained.
 *
 * @param setsAtFirst the sets with which an exercise enters a session.
 */
export function considerSlots(volumes: readonly SlotVolume[], setsAtFirst: number, view: CoachView): Considered {
  const fillings: Filling[] = []
  const leftOut: LeftOut[] = []
  for (const volume of volumes) {
    const work = chooseWork(volume.slot, view)
    const rule = work ? whyLeftOut(work, volume, setsAtFirst, view) : nothingFits(volume.slot, view)
    if (work && rule === null) fillings.push({ choice: work.choice, volume })
    else if (rule !== null) leftOut.push({ key: volume.slot, rule })
  }
  const order = fillingOrder(
    fillings.map(({ volume }) => volume),
    view.rules,
  )
  return { fillings: order.flatMap((slot) => fillings.find(({ volume }) => volume.slot === slot) ?? []), leftOut }
}
