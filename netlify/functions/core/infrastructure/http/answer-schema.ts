import type * as z from 'zod'
import type { Operation } from '#orchestration/contract.js'
import type { ParsedInput } from './request/parse-input.js'

/** Returns the schema of an answer: of the part that the input asks for, where it asks for one. Null without a body. */
export function schemaOf({ output, outputFor }: Operation, input: ParsedInput): z.ZodType | null {
  return outputFor ? outputFor(input as never) : output
}
