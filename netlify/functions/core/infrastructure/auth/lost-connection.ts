import { AsyncLocalStorage } from 'node:async_hooks'
import { type DatabaseError, toDatabaseError } from '#database/errors.js'

type Noticed = { loss: DatabaseError | null }

const current = new AsyncLocalStorage<Noticed>()

/** Notes for the work that is running that the database was lost, and rejects with that. */
export function reportLoss(loss: DatabaseError): never {
  const noticed = current.getStore()
  if (noticed) noticed.loss ??= loss
  throw loss
}

/**
 * Returns what work on the database resolves to. A connection that is lost meanwhile is reported; it
 * may have committed what was asked.
 */
export async function reportingLoss<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    const translated = toDatabaseError(error, null, { mayHaveCommitted: true })
    return translated.facts.kind === 'unavailable' ? reportLoss(translated) : Promise.reject(error)
  }
}

/**
 * Runs work that may swallow errors, as the account service does: it takes a lost connection for a
 * session that does not exist. Resolves to its result and the loss, where there was one.
 */
export async function noticingLoss<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly loss: DatabaseError | null }> {
  const noticed: Noticed = { loss: null }
  const result = await current.run(noticed, work)
  return { result, loss: noticed.loss }
}
