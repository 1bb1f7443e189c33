import { vocabularies } from '../../data/resources.js'

/** What categories and movement patterns are called, by their codes. */
export function names(): Readonly<Record<string, string>> {
  const { categories = [], slots = [] } = vocabularies.value() ?? {}
  return Object.fromEntries([...categories, ...slots].map(({ code, label }) => [code, label]))
}
