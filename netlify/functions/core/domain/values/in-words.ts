/**
 * Words a share (0 to 1) for a sentence: whole percent, rounded down, so that 79.9 % never reads as
 * 80 %.
 */
export function percent(share: number): string {
  return `${Math.floor(100 * share)} %`
}

/** Words a number of things: `1 day`, `2 days`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** Words a number to one decimal; `unknown` for null. */
export function oneDecimal(value: number | null): string {
  return value === null ? 'unknown' : String(Math.round(value * 10) / 10)
}
