const units = /^(?:(\d+|\d{1,3}(?:,\d{3})+)\s*h\s*)?(?:(\d+)\s*m(?:in)?\s*)?(?:(\d+)\s*s)?$/i
const clock = /^(?:(\d+):)?(\d+):(\d\d)$/
const bare = /^\d+(?:[.,]\d+)?$/

/**
 * Returns the seconds of a workout duration as Strong writes it: `1h 5m`, `47min`, `1h 5m 3s`,
 * `1:10:00`, `70:00` (minutes and seconds), or bare seconds; 0 when it is empty or cannot be read.
 * A workout that was never ended runs on, as in `3,527h 3min`: callers take no more than 24 hours
 * for a duration.
 */
export function strongDuration(text: string | null): number {
  const trimmed = (text ?? '').trim()
  if (bare.test(trimmed)) return Math.round(Number(trimmed.replace(',', '.')))
  const [, hours, minutes, seconds] = clock.exec(trimmed) ?? units.exec(trimmed) ?? []
  return Number(hours?.replaceAll(',', '') ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}
