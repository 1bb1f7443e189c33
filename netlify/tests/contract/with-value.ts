/** Copies a body, with another value at a path; `*` stands for the first item of a list. */
export function withValue(body: unknown, [step, ...further]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value
  if (step !== '*') {
    const members: Record<string, unknown> = { ...Object(body) }
    return { ...members, [step]: withValue(members[step], further, value) }
  }
  const [first, ...others]: unknown[] = Array.isArray(body) ? body : []
  return [withValue(first, further, value), ...others]
}
