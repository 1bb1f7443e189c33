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
