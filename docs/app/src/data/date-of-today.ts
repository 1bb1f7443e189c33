import { dateHere } from '../ui/format.js'
import { today } from './resources.js'

/** The date where the athlete is, by the clock of this device. */
export function dateOfToday(): string {
  return dateHere(today.value()?.timeZone)
}
