const units = /^(?:(\d+)\s*h\s*)?(?:(\d+)\s*m\s*)?(?:(\d+)\s*s)?$/i

/**
 * Returns the seconds of a workout duration as Strong writes it: `1h 5m`, `45m`, `1h 5m 3s`, or
 * bare seconds; 0 when it is empty or cannot be read.
 */
export function strongDuration(text: string | null): number {
  const trimmed = (text ?? '').trim()
  if (/^\d+$/.test(trimmed)) return Number(trimmed)
  const [, hours, minutes, seconds] = units.exec(trimmed) ?? []
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}
