let draw: () => void = () => undefined
let isDue = false

/** Names what draws the page. */
export function drawWith(drawPage: () => void): void {
  draw = drawPage
}

/** Draws the page again, once for all changes of a moment. */
export function redraw(): void {
  if (isDue) return
  isDue = true
  queueMicrotask(() => {
    isDue = false
    draw()
  })
}
