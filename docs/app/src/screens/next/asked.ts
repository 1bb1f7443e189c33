import type { NextWorkout } from '@calistheniq/client'
import { ciq } from '../../data/client.js'
import { type Resource, resource } from '../../data/resource.js'
import { nextWorkout } from '../../data/resources.js'
import { redraw } from '../../shell/redraw.js'
import { queryOf, type Wishes } from '../../workout/wishes.js'

let wishes: Wishes = {}

/** What was asked of the workout that is shown. */
export function currentWishes(): Wishes {
  return wishes
}

/** Shows a workout for these wishes. */
export function askFor(wished: Wishes): void {
  wishes = wished
  void nextFor(wishes).refresh()
  redraw()
}

/** The workout for these wishes; without any, the one that is also shown on other screens. */
export function nextFor(wished: Wishes): Resource<NextWorkout> {
  const query = queryOf(wished)
  const key = `${new URLSearchParams(query as Record<string, string>)}`
  return key === '' ? nextWorkout : resource(`next-workout ${key}`, () => ciq.workouts.getNext(query))
}
