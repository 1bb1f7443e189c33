import type { AnyInput, Operation } from '../operation.js'

/**
 * Returns the path of an operation with its parameters filled in, and every other parameter in the
 * query. Parameters that are undefined are left out, lists are joined by commas.
 *
 * @throws TypeError when a parameter of the path is missing.
 */
export function addressOf([, path]: Operation, { body: _, ...parameters }: AnyInput): string {
  const inPath = new Set<string>()
  const filled = path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    inPath.add(name)
    const value = parameters[name]
    if (value === undefined || value === null || value === '') throw new TypeError(`${path} needs ${name}`)
    return encodeURIComponent(String(value))
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (!inPath.has(name) && value !== undefined) query.set(name, String(value))
  }
  return query.size > 0 ? `${filled}?${query}` : filled
}
