/**
 * For how many milliseconds our own work may hold up the event loop before everything else that
 * waits gets its turn.
 */
export const turnMsMax = 10

/** When the work of this turn began, as `performance.now()` has it; null when none has yet. */
let beganAt: number | null = null
const waiting: (() => void)[] = []

/**
 * Tells whether the work of this turn has taken its time. All requests of a process share a turn:
 * ten at once do not hold up the others ten times as long.
 */
export function isTurnOver(now: number): boolean {
  if (beganAt === null) begin(now)
  return now - (beganAt ?? now) >= turnMsMax
}

/** Waits for the next turn, behind the work that has waited longer. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => waiting.push(resolve))
}

function begin(now: number): void {
  beganAt = now
  // runs when everything that was ready before has had its turn
  setImmediate(comeRound)
}

function comeRound(): void {
  beganAt = null
  const resume = waiting.shift()
  if (!resume) return
  begin(performance.now())
  resume()
}
