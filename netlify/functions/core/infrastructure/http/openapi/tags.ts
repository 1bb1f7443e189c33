/** Describes each group of operations; an operation's id begins with its group. */
const descriptions: Readonly<Record<string, string>> = {
  accounts: 'Signing up, signing in, and the tokens that open everything else.',
  categories: 'The movement categories of the library.',
  exercises: 'The exercises of the library, and the skill graph that they form.',
  goals: 'What the athlete trains for, and how far it is.',
  health: 'Whether the service answers, and whether it can work.',
  index: 'Where to go from here.',
  keys: 'API keys, for scripts, devices and third parties.',
  levels: 'The six levels of the library, where an athlete stands among them, and tests to move between them.',
  me: 'What belongs to the athlete who calls: profile, levels, personal configurations, days and weeks.',
  openapi: 'This document.',
  privacy: 'What athletes may do with their data as such: take it along, erase it, say what it may be used for.',
  progress: 'What came of training: mastery, records, series, and the facts behind them.',
  progression: 'The rules of progression, tried out on sessions that nobody has trained.',
  recovery: 'How rested the athlete is: check-ins, readiness, load, warnings, deloads, and the way back after a break.',
  routines: 'Workouts that the athlete keeps, to plan them again.',
  sessions: 'Training sessions: planned, trained set by set, completed.',
  vocabularies: 'The codes of the API, and what to call them.',
  webhooks: 'Addresses that are told what happens, and what was sent to them.',
  workouts: 'What to train next, and the way to a goal.',
}

export type Tag = { readonly name: string; readonly description: string }

/** Tells the group of an operation from its id. */
export function tagOf(operationId: string): string {
  return operationId.split('.')[0] ?? operationId
}

/**
 * Lists the groups of these operations in alphabetical order.
 *
 * @throws Error when a group has no description.
 */
export function tagsOf(operationIds: readonly string[]): Tag[] {
  return [...new Set(operationIds.map(tagOf))].sort().map((name) => {
    const description = descriptions[name]
    if (!description) throw new Error(`describe the tag "${name}" in openapi/tags.ts`)
    return { name, description }
  })
}
