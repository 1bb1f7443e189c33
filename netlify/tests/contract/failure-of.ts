import { DatabaseError, type DatabaseErrorFacts } from '#database/errors.js'

/** Returns the details of the error with which the work must end. */
export async function failureOf(work: Promise<unknown>): Promise<DatabaseErrorFacts> {
  try {
    const result = await work
    throw new Error(`expected a DatabaseError, got ${JSON.stringify(result)}`)
  } catch (error) {
    if (error instanceof DatabaseError) return error.facts
    throw error
  }
}
