import type { Steps } from '#domain/values/steps.js'
import { inSlices } from '#infrastructure/time/in-slices.js'

/**
 * Streams chunks that are made as the reader asks for them, a slice at a time, so that making them
 * holds up nobody else. Nothing more is made once the reader has gone.
 */
export function streamOf(chunks: Iterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const chunk = await inSlices(nextOf(chunks))
      if (chunk) controller.enqueue(chunk)
      else controller.close()
    },
    cancel: () => {
      chunks.return?.()
    },
  })
}

/** Makes the next chunk that is not empty; null at the end. */
function* nextOf(chunks: Iterator<Uint8Array>): Steps<Uint8Array | null> {
  for (;;) {
    const { done, value } = chunks.next()
    if (done) return null
    if (value.length > 0) return value
    yield
  }
}
