import { otherContent, type Refusal } from '#domain/refusal.js'
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
