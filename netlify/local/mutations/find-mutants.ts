import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Mutant, switchMutants } from './switch-mutants.js'

export const domain = 'netlify/functions/core/domain'

/** The files in which the domain makes decisions about training. */
const decisions = [
  /^(ability|coach|effort|levels|load|progression|recovery|training|warnings|workout)\//,
  /^session\/lighter-plan\.ts$/,
]

/** The mutants, and the sources with all of them inside, by absolute path. */
export type Found = { readonly mutants: readonly Mutant[]; readonly code: ReadonlyMap<string, string> }

/**
 * Finds the mutants of every file that makes decisions; the schemas of requests and answers make
 * none.
 */
export function findMutants(root: string): Found {
  const names = readdirSync(join(root, domain), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|schema)\.ts$/.test(name))
    .filter((name) => decisions.some((decision) => decision.test(name)))
  const mutants: Mutant[] = []
  const code = new Map<string, string>()
  for (const name of names.sort()) {
    const path = join(root, domain, name)
    const switched = switchMutants(name, readFileSync(path, 'utf8'), mutants.length)
    code.set(path, switched.code)
    mutants.push(...switched.mutants)
  }
  return { mutants, code }
}
