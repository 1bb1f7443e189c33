import type { TemplateResult } from 'lit-html'
import type { Resource } from '../data/resource.js'

/** A screen of the app. It is drawn again after every change, from what is known at that moment. */
export type Screen = {
  /** What it is called, in its heading and in the title of the page. */
  title(rest: readonly string[]): string
  /** The answers that it shows: they are asked for again when it opens, and after something was sent. */
  needs(rest: readonly string[]): readonly Resource<unknown>[]
  /** All its addresses are one page: going from one to another leaves the focus and the scrolling where they are. */
  readonly isOnePage?: boolean
  view(rest: readonly string[]): TemplateResult
}
