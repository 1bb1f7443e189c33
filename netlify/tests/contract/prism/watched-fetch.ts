import type { TestApi } from '#tests/support/api.js'

export type Watched = {
  /** Any request below `/api/v1`, through Prism. */
  readonly fetch: TestApi['fetch']
  /** How many answers have come back. */
  readonly answered: () => number
  /** Returns and forgets every violation since the last call. */
  readonly takeViolations: () => string[]
}

/** Asks through Prism, and keeps its violations. */
export function watchedFetch(origin: () => string): Watched {
  const violations: string[] = []
  let answers = 0
  return {
    fetch: async (path, init) => {
      const response = await fetch(`${origin()}${path}`, init)
      answers += 1
      const found = response.headers.get('sl-violations') ?? (isOfPrism(response) ? 'refused by Prism itself' : null)
      if (found) violations.push(`${init?.method ?? 'GET'} ${path} -> ${response.status}: ${found}`)
      return response
    },
    answered: () => answers,
    takeViolations: () => violations.splice(0),
  }
}

/** Tells whether Prism answered itself: every answer of the API has the id of its request. */
function isOfPrism({ headers }: Response): boolean {
  return !headers.has('x-request-id')
}
