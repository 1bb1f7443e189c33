/** What a rule of the coach looked at. */
export type RuleInput = number | string | boolean | null | readonly string[]

/**
 * A rule's account of its result: a program reads the rule, its inputs and its numbers, a person
 * the sentence. The sentence names no diagnosis.
 */
export type CoachReason = {
  /** A stable code. */
  readonly ruleId: string
  readonly inputs: Readonly<Record<string, RuleInput>>
  readonly thresholds: Readonly<Record<string, number>>
  readonly explanation: string
}

type Rule = { readonly id: string; readonly threshold?: number } & Readonly<Record<string, unknown>>

/** Makes a reason of a rule: what it looked at beside its threshold, and the sentence. */
export function reasonOf(rule: Rule, explanation: string): CoachReason {
  const { id, threshold, ...looked } = rule
  const inputs = Object.entries(looked).map(([name, value]) => [name, inputOf(value)])
  return {
    ruleId: id,
    inputs: Object.fromEntries(inputs),
    thresholds: threshold === undefined ? {} : { threshold },
    explanation,
  }
}

/** Returns a value as an input: numbers to four decimals, and of a list of sites their names. */
function inputOf(value: unknown): RuleInput {
  if (typeof value === 'number') return Math.round(value * 10_000) / 10_000
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : siteIn(one)))
  throw new Error('a rule looks at numbers, words and lists of them')
}

function siteIn(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'site' in value) return String(value.site)
  throw new Error('a list of a rule has words or sites')
}
