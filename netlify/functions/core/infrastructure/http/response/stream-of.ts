import { isTurnOver, nextTurn } from '#infrastructure/time/turns.js'
import type { Chunks } from '#orchestration/download.js'

/**
 * Streams chunks that are made as the reader asks for them, and gives other requests their turn between. Nothing
 * more is made once the reader has gone. Where making them fails, `onFailure` is told, and the body breaks off:
 * nobody takes it for whole.
 */
export function streamOf(chunks: Chunks, onFailure: (error: unknown) => void): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const chunk = await nextOf(chunks).catch((error: unknown) => {
        onFailure(error)
        throw error
      })
      if (chunk) controller.enqueue(chunk)
      else controller.close()
    },
    cancel: async () => {
      await chunks.return?.()
    },
  })
}

/** Makes the next chunk that is not empty; null at the end. */
async function nextOf(chunks: Chunks): Promise<Uint8Array | null> {
  for (;;) {
    if (isTurnOver(performance.now())) await nextTurn()
    const { done, value } = await chunks.next()
    if (done) return null
    if (value.length > 0) return value
  }
}
