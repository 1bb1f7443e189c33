/**
 * A share (0 to 1) for a sentence: whole percent, rounded down, so that 79.9 % is never told as 80
 * %.
 */
export function percent(share: number): string {
  return `${Math.floor(100 * share)} %`
}
