import type { Chart, Line } from '../chart.js'
import { type Mark, strokeAt, type Texture, textureAt } from './strokes.js'

const marks: Readonly<Record<Mark, string>> = {
  circle: '<circle cx="16" cy="6" r="3.5"/>',
  square: '<rect x="12.5" y="2.5" width="7" height="7"/>',
  triangle: '<path d="m16 2 4.5 8h-9z"/>',
}

const textures: Readonly<Record<Texture, string>> = {
  full: '<rect width="14" height="12"/>',
  striped: '<path d="M0 0h14v3H0zm0 6h14v3H0z"/>',
  upright: '<path d="M0 0h3v12H0zm6 0h3v12H6zm6 0h2v12h-2z"/>',
  dotted: '<path d="M1 1h3v3H1zm5 0h3v3H6zm5 0h3v3h-3zM1 7h3v3H1zm5 0h3v3H6zm5 0h3v3h-3z"/>',
}

/** Names the lines of a chart, each beside a sample of how it is drawn. */
export function legendOf({ lines, shape }: Chart): HTMLElement {
  const list = document.createElement('ul')
  list.className = 'legend'
  list.append(...lines.map((line, index) => itemOf(line, shape === 'bars' ? barSample(index) : lineSample(index))))
  return list
}

function itemOf({ label, colour }: Line, sample: string): HTMLElement {
  const item = document.createElement('li')
  // a sample is made of what this file says, and of nothing that was answered
  item.innerHTML = sample
  const picture = item.firstElementChild as SVGElement
  picture.style.color = `var(--${colour})`
  item.append(label)
  return item
}

function lineSample(index: number): string {
  const { dash, mark } = strokeAt(index)
  return `<svg width="32" height="12" fill="currentColor"><path d="M0 6h32" stroke="currentColor" stroke-width="2" stroke-dasharray="${dash.join(' ')}"/>${marks[mark]}</svg>`
}

function barSample(index: number): string {
  return `<svg width="14" height="12" fill="currentColor">${textures[textureAt(index)]}</svg>`
}
