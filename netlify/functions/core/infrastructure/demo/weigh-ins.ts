import { addDays } from '#domain/calendar/days-between.js'
import { event } from '#domain/event/event.js'
import { demoBodyMassKg, demoWeeks } from './demo-athlete.js'
import { type DemoWorld, pastInstant } from './demo-world.js'
import type { Random } from './random.js'
import type { Recorded } from './recorded.js'
import { firstMonday } from './slots.js'

export type WeighIn = { readonly on: string; readonly bodyMassKg: number; readonly at: Date }

/** Makes a weigh-in for every Monday, to a tenth of a kilogram. */
export function weighIns(world: DemoWorld, random: Random): WeighIn[] {
  const { atStart, atEnd } = demoBodyMassKg
  return Array.from({ length: demoWeeks + 1 }, (_, week) => {
    const on = addDays(firstMonday(world.today), 7 * week)
    const trend = atStart + (atEnd - atStart) * (week / demoWeeks)
    const bodyMassKg = Math.round((trend + random.normal(0.3)) * 10) / 10
    return { on, bodyMassKg, at: pastInstant(world, on, '06:30') }
  })
}

export function weighInRecord({ on, bodyMassKg, at }: WeighIn): Recorded {
  return { at, events: [event('bodyMass.recorded', on, at, { on, bodyMassKg })] }
}
