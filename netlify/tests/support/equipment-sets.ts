import { things } from './coach-arbitraries.js'

/** 58 sets of equipment: nothing, one thing, two, all but one, everything, and some homes and gyms. */
export const equipmentSets: readonly (readonly string[])[] = [
  [],
  ...things.map((thing) => [thing]),
  ...things.map((thing, index) => [thing, things[(index + 5) % things.length] ?? thing]),
  ...things.map((thing) => things.filter((other) => other !== thing)),
  [...things],
  ['wall', 'chair', 'doorframe'],
  ['wall', 'chair', 'table', 'doorframe', 'towel', 'stairs'],
  ['wall', 'chair', 'table', 'doorframe', 'towel', 'stairs', 'pull-up-bar'],
  ['wall', 'chair', 'doorframe', 'pull-up-bar'],
  ['pull-up-bar', 'rings'],
  ['pull-up-bar', 'parallel-bars', 'low-bar'],
  ['rings', 'band'],
  ['box', 'parallettes', 'pull-up-bar'],
]
