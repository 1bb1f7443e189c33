import { type Fault, Refusal } from '#domain/refusal.js'
import type { Differing } from '#domain/values/differing-fields.js'
import type { Answer, Existing } from './contract.js'

/**
 * Answers a creation that was refused, when the athlete has something under the id that it chose: an
 * earlier request got through, and its answer was lost. Whatever the refusal was, it is about a
 * second such thing, and none is wanted.
 *
 * Only the athlete's own things are looked at, so an id of somebody else's is refused as before.
 *
 * @throws Refusal ID_TAKEN when the thing has other content, and the refusal itself where there is
 * none.
 */
export async function answerRepeat(refusal: Refusal, find: () => Promise<Existing<unknown> | null>): Promise<Answer> {
  const found = await find()
  if (found === null) throw refusal
  const { output, differing } = found
  if (differing.length > 0) throw otherContent(differing)
  return { output, replayed: false, existed: true }
}

function otherContent(differing: readonly Differing[]): Refusal {
  const names = differing.map((where) => ('pointer' in where ? where.pointer.slice(1) : where.parameter))
  const faults = differing.map((where): Fault => ({ ...where, code: 'DIFFERS', detail: 'is not what is there' }))
  return new Refusal('ID_TAKEN', `This id is that of something of yours with other content: ${few(names)}.`, faults)
}

/** As many names as a sentence takes; the faults have all of them. */
const namesMax = 8

function few(names: readonly string[]): string {
  const more = names.length - namesMax
  return more > 0 ? `${names.slice(0, namesMax).join(', ')} and ${more} more` : names.join(', ')
}
