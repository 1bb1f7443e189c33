/** Waits; ends early, by rejecting with its reason, when the signal is aborted. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason)
      return
    }
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      if (signal?.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal?.addEventListener('abort', end)
  })
}

/**
 * Returns how long to wait before the next attempt, in milliseconds: what the API asks for, up to a
 * minute, or else half a second that doubles up to eight, less up to its half by chance, so that
 * many clients do not come back at once.
 *
 * @param attempt counts from 0.
 */
export function waitBefore(attempt: number, retryAfterSeconds: number | null): number {
  if (retryAfterSeconds !== null) return Math.min(60, retryAfterSeconds) * 1000
  return Math.min(8_000, 500 * 2 ** attempt) * (0.5 + Math.random() / 2)
}
