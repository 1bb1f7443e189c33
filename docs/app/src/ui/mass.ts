/** The international pound. */
const kgPerPound = 0.45359237

type Units = 'metric' | 'imperial'

/** What a mass is measured in. */
export function massUnit(units: Units): 'kg' | 'lb' {
  return units === 'metric' ? 'kg' : 'lb'
}

/** Kilograms in the units of the athlete, to a tenth of a pound. */
export function massIn(units: Units, kg: number): number {
  return units === 'metric' ? kg : Math.round((kg / kgPerPound) * 10) / 10
}

/** A mass in the units of the athlete as kilograms, to 10 grams. */
export function kgOf(units: Units, mass: number): number {
  return Math.round((units === 'metric' ? mass : mass * kgPerPound) * 100) / 100
}
