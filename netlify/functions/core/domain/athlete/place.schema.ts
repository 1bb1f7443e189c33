import * as z from 'zod'
import { PlaceId } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { freeText } from '#domain/values/text.schema.js'
import { OwnEquipment } from './own-equipment.schema.js'

/** The most places besides home. */
export const placesMax = 10

const name = freeText(60).meta({ description: 'What the athlete calls it', example: 'Park' })
const equipment = OwnEquipment.meta({ description: 'What there is', example: ['low-bar', 'parallel-bars'] })
const id = PlaceId.meta({ description: 'Stays when the place gets another name' })

/** A place besides home where an athlete trains, and what there is. */
export const Place = z
  .strictObject({ id, name, equipment })
  .meta({ id: 'Place', description: 'A place besides home where the athlete trains, and what there is' })
export type Place = Readonly<z.output<typeof Place>>

/** A place as an athlete names it. Without an id it is the one with this name, else a new one. */
export const GivenPlace = posted({ id: id.exactOptional(), name, equipment }).meta({
  id: 'GivenPlace',
  description: 'A place to keep. Without an id it is the one that has this name, else a new one',
})
export type GivenPlace = Readonly<z.output<typeof GivenPlace>>

/** All places that an athlete wants to have: those that are left out are gone. */
export const GivenPlaces = z
  .array(GivenPlace)
  .max(placesMax)
  .refine(differIn(nameKey), { error: 'two places have the same name' })
  .refine(
    differIn(({ id }) => id),
    { error: 'two places have the same id' },
  )

/** Tells names apart as a reader does: neither by capitals, nor by spaces around them. */
export function nameKey({ name }: Pick<Place, 'name'>): string {
  return name.trim().normalize('NFC').toLowerCase()
}

function differIn(key: (place: GivenPlace) => string | undefined): (places: readonly GivenPlace[]) => boolean {
  return (places) => {
    const keys = places.map(key).filter((one) => one !== undefined)
    return new Set(keys).size === keys.length
  }
}
