/**
 * A rule's account of its result: a program reads the rule, its inputs and its numbers, a person
 * the sentence. The sentence names no diagnosis.
 */
export type Reason = {
  /** A stable code. */
  readonly ruleId: string
  /** What the rule looked at, by name; null when nothing is known. */
  readonly inputs: Readonly<Record<string, number | null>>
  /** The numbers of the rule, by name. */
  readonly thresholds: Readonly<Record<string, number>>
  readonly explanation: string
}
