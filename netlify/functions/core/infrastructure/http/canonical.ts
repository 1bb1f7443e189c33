/** A replacer for `JSON.stringify`: the same fields in any order make the same text. */
export function fieldsSorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const members = value as Readonly<Record<string, unknown>>
  const sorted: Record<string, unknown> = {}
  for (const name of Object.keys(members).sort()) sorted[name] = members[name]
  return sorted
}
