import { Refusal } from '#domain/refusal.js'

/**
 * Returns a refusal with its faults moved to `pointer`, where the refused thing stands in a longer
 * request. One without faults becomes one fault there.
 */
export function refusedAt({ code, detail, faults }: Refusal, pointer: string): Refusal {
  if (faults.length === 0) return new Refusal(code, detail, [{ pointer, code, detail }])
  return new Refusal(
    code,
    detail,
    faults.map((fault) => ('pointer' in fault ? { ...fault, pointer: `${pointer}${fault.pointer}` } : fault)),
  )
}

/**
 * Takes a step for each item, and goes on with the next when one is refused, so that a request is told
 * everything that is wrong with it at once. Refuses then with the first code, and with all faults at the
 * places of their items.
 */
export function foldOrRefuse<Item, State>(
  items: readonly Item[],
  first: State,
  step: (state: State, item: Item, index: number) => State,
  at: string,
): State {
  const refusals: Refusal[] = []
  const last = items.reduce((state, item, index) => {
    try {
      return step(state, item, index)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refusals.push(refusedAt(error, `${at}/${index}`))
      return state
    }
  }, first)
  const [refusal] = refusals
  if (refusal)
    throw new Refusal(
      refusal.code,
      refusal.detail,
      refusals.flatMap(({ faults }) => faults),
    )
  return last
}
