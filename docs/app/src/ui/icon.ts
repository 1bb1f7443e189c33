import { html, svg, type TemplateResult } from 'lit-html'

const shapes = {
  today: svg`<path d="M3 11 12 4l9 7v9h-6v-6H9v6H3z"/>`,
  skills: svg`<path d="M12 15v6M12 15 6 9V3M12 15l6-6V3M3 6l3-3 3 3M15 6l3-3 3 3"/>`,
  week: svg`<path d="M4 5h16v16H4zM4 10h16M8 3v4M16 3v4"/>`,
  progress: svg`<path d="M4 20V4M4 20h16M7 16l4-5 3 3 6-8"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4 21c0-4.5 3.5-7 8-7s8 2.5 8 7"/>`,
  timer: svg`<circle cx="12" cy="13" r="8"/><path d="M12 13V8M9 2h6"/>`,
  check: svg`<path d="m5 13 5 5L20 6"/>`,
  lock: svg`<path d="M6 11h12v10H6zM8 11V8a4 4 0 0 1 8 0v3"/>`,
  unlocked: svg`<path d="M6 11h12v10H6zM8 11V8a4 4 0 0 1 7.6-1.7"/>`,
  star: svg`<path d="m12 3 2.7 6 6.3.6-4.8 4.3 1.4 6.3-5.6-3.3-5.6 3.3 1.4-6.3L3 9.6 9.3 9z"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  plus: svg`<path d="M5 12h14M12 5v14"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  edit: svg`<path d="m4 20 1-5L16 4l4 4L9 19z"/>`,
  back: svg`<path d="m15 5-7 7 7 7"/>`,
  cloud: svg`<path d="M7 19a4.5 4.5 0 0 1-.5-9 6 6 0 0 1 11.6 1.5A4 4 0 0 1 17.5 19zM4 4l16 16"/>`,
} as const

export type IconName = keyof typeof shapes

/** A picture beside words that say the same: screen readers skip it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shapes[name]}</svg>`
}
