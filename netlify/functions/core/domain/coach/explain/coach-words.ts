import type { PainSite, Slot } from '#domain/library/vocabulary.js'
import type { SlotKey } from '../coach-exercise.js'

const slotWords: Readonly<Record<Slot, string>> = {
  hpush: 'horizontal push',
  vpush: 'vertical push',
  hpull: 'horizontal pull',
  vpull: 'vertical pull',
  squat: 'squat',
  hinge: 'hip hinge',
  core: 'core',
  skill: 'skills',
  power: 'power',
  accessory: 'accessory work',
  prep: 'mobility',
}

/** Words a slot, or a ladder of skills. */
export function slotInWords(key: SlotKey | Slot): string {
  if (key.startsWith('skill:')) return key.slice('skill:'.length).replaceAll('-', ' ')
  return slotWords[key as Slot]
}

/** Words a place that hurts. */
export function siteInWords(site: PainSite): string {
  return site === 'other' ? 'another place' : site.replaceAll('-', ' ')
}

/** Words a list: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1)
  if (last === undefined) return 'nothing'
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** Words a chance or a share: whole percent. */
export function aboutPercent(share: number): string {
  return `${Math.round(100 * share)} %`
}

/** Words an ability or a difficulty: levels to one decimal. */
export function levels(value: number): string {
  return (Math.round(value * 10) / 10).toFixed(1)
}
