import type { Wishes } from '../../workout/wishes.js'

/** Where to train, as the form says it; every other value is the id of a place. */
export const home = 'home'
export const noEquipment = 'none'

/** Reads the wishes from their form; what is as the profile says is left out. */
export function wishesIn(form: FormData): Wishes {
  const minutes = Number(form.get('minutes'))
  const where = `${form.get('where') ?? home}`
  return {
    ...(minutes > 0 ? { minutes } : {}),
    ...(where === noEquipment ? { equipment: [] } : where === home ? {} : { place: where }),
    ...(form.has('force') ? { force: true } : {}),
  }
}
