import type { Skill } from './skill-graph.js'

/** What is looked for: by name, by status, or both. */
export type Wanted = { readonly name: string; readonly status: Skill['status'] | null }

/** Whether anything is looked for at all. */
export function isSearch({ name, status }: Wanted): boolean {
  return wordsOf(name).length > 0 || status !== null
}

/** The exercises whose names have every word that was typed, the last of them perhaps unfinished. */
export function findSkills(skills: readonly Skill[], { name, status }: Wanted): readonly Skill[] {
  const typed = wordsOf(name)
  return skills.filter((skill) => (status === null || skill.status === status) && hasAll(skill.name, typed))
}

/** Hyphens, spaces, case and accents make no difference: "pull up", "Pull-Up" and "pullup" are one. */
function hasAll(name: string, typed: readonly string[]): boolean {
  const words = wordsOf(name)
  const compact = words.join('')
  return compact.includes(typed.join('')) || typed.every((one) => words.some((word) => word.startsWith(one)))
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
