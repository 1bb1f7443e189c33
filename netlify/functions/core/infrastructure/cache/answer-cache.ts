import { createHash } from 'node:crypto'
import type { Cache } from './cache.js'

/** What was read, and whether it is worth keeping. */
export type Reading = { readonly output: unknown; readonly worthKeeping: boolean }

export type Question = {
  readonly key: string
  /** Tells whether a value can be an answer; checks what other processes may have written. */
  readonly accepts: (output: unknown) => boolean
  readonly read: () => Promise<Reading>
}

/**
 * Answers questions from the cache or by reading. An answer may depend on nothing but its question.
 */
export type AnswerCache = {
  /** Rejects only as `read` does. A failure is not cached. */
  readonly answer: (question: Question) => Promise<unknown>
  readonly close: () => Promise<void>
}

/**
 * Caches answers as JSON for some seconds. Callers who ask the same at the same time share one
 * reading.
 */
export function answerCache(cache: Cache, { seconds }: { readonly seconds: number }): AnswerCache {
  const running = new Map<string, Promise<unknown>>()
  const looksRight = cache.shared ? onceForEach() : () => true
  const find = async (question: Question) => {
    const { text, generation } = await cache.get(question.key)
    const kept = text === null ? undefined : parse(text)
    if (text !== null && kept !== undefined && looksRight(question, text, kept)) return kept
    const { output, worthKeeping } = await question.read()
    if (worthKeeping && generation !== null) {
      await cache.set(question.key, JSON.stringify(output), { generation, seconds })
    }
    return output
  }
  const answer = (question: Question) => {
    const found = running.get(question.key) ?? find(question).finally(() => running.delete(question.key))
    running.set(question.key, found)
    return found
  }
  return { answer, close: cache.close }
}

const acceptedMax = 1_000

/**
 * Checks each answer the first time it arrives: parsing it every time would halve what Redis saves
 * (ADR 8).
 */
function onceForEach(): (question: Question, text: string, kept: unknown) => boolean {
  const accepted = new Set<string>()
  return ({ key, accepts }, text, kept) => {
    const digest = createHash('sha256').update(key).update(text).digest('base64url')
    if (accepted.has(digest)) return true
    if (!accepts(kept)) return false
    if (accepted.size >= acceptedMax) accepted.clear()
    accepted.add(digest)
    return true
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
