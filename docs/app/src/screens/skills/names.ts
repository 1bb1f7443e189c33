import { vocabularies } from '../../data/resources.js'

type Kind = 'bars' | 'categories' | 'equipment' | 'levels' | 'muscles' | 'skills' | 'skillStatuses'

/** What the API calls a code; the code itself until its name is known. */
export function nameOf(kind: Kind, code: string | number): string {
  const terms: readonly { readonly code: string | number; readonly label: string }[] =
    vocabularies.value()?.[kind] ?? []
  return terms.find((term) => term.code === code)?.label ?? `${code}`
}
