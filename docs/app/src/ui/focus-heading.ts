/** Moves the focus, and what is seen, to the heading of the screen, where reading begins. */
export function focusHeading(): void {
  scrollTo(0, 0)
  document.querySelector<HTMLElement>('main h1')?.focus()
}
