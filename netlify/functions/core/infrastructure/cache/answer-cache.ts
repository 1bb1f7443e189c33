import type { Cache } from './cache.js'
import type { Written } from './written.js'

/** What was read, and whether it is worth keeping. */
export type Reading = { readonly output: unknown; readonly worthKeeping: boolean }

export type Question = {
  readonly key: string
  /** Tells whether a value can be an answer; checks what other processes may have written. */
  readonly accepts: (output: unknown) => boolean
  readonly write: (output: unknown) => Written
  readonly read: () => Promise<Reading>
}

/**
 * Answers questions from the cache or by reading. An answer may depend on nothing but its question.
 */
export type AnswerCache = {
  /** Rejects only as `read` does. A failure is not cached. */
  readonly answer: (question: Question) => Promise<Written>
  readonly close: () => Promise<void>
}

/**
 * Caches answers as JSON for some seconds. Callers who ask the same at the same time share one
 * reading.
 */
export function answerCache(cache: Cache, { seconds }: { readonly seconds: number }): AnswerCache {
  const running = new Map<string, Promise<Written>>()
  const known = knownAnswers()
  const find = async (question: Question) => {
    const { text, generation } = await cache.get(question.key)
    const kept = text === null ? null : (known.find(question.key, text) ?? understood(question, text))
    if (text !== null && kept) return known.remember(question.key, text, kept)
    const { output, worthKeeping } = await question.read()
    const written = question.write(output)
    if (!worthKeeping || generation === null) return written
    await cache.set(question.key, written.text, { generation, seconds })
    return known.remember(question.key, written.text, written)
  }
  const answer = (question: Question) => {
    const found = running.get(question.key) ?? find(question).finally(() => running.delete(question.key))
    running.set(question.key, found)
    return found
  }
  return { answer, close: cache.close }
}

/** UTF-16 units of all texts that are known at a time. */
const knownLengthMax = 4_000_000

/**
 * Remembers what each cached text was understood as. To parse, check and write it every time would
 * cost more than all else that a request for it does (ADR 8).
 */
function knownAnswers() {
  const answers = new Map<string, { readonly text: string; readonly written: Written }>()
  let length = 0
  return {
    find: (key: string, text: string): Written | null => {
      const one = answers.get(key)
      return one?.text === text ? one.written : null
    },
    remember: (key: string, text: string, written: Written): Written => {
      const before = answers.get(key)
      if (before?.written === written) return written
      length += text.length - (before?.text.length ?? 0)
      if (length > knownLengthMax) {
        answers.clear()
        length = text.length
      }
      answers.set(key, { text, written })
      return written
    },
  }
}

/** Reads a cached text; null when it is no answer to the question. */
function understood({ accepts, write }: Question, text: string): Written | null {
  const output = parse(text)
  return output !== undefined && accepts(output) ? write(output) : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
