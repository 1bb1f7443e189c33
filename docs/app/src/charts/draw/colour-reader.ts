/** Reads what a colour of CSS is on this page at this moment: `var(--push)` as `rgb(154, 74, 0)`. */
export type ReadColour = (css: string) => string

export function colourReader(host: HTMLElement): ReadColour {
  return (css) => {
    const probe = document.createElement('i')
    probe.style.color = css
    host.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }
}
