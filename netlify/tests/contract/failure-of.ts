import { DatabaseError, type DatabaseErrorDetails } from '#database/errors.js'

/** The facts of the refusal that the work must end with. */
export async function failureOf(work: Promise<unknown>): Promise<DatabaseErrorDetails> {
  try {
    const result = await work
    throw new Error(`expected a DatabaseError, got ${JSON.stringify(result)}`)
  } catch (error) {
    if (error instanceof DatabaseError) return error.facts
    throw error
  }
}
