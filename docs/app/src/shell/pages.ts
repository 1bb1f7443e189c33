import type { TemplateResult } from 'lit-html'
import type { Resource } from '../data/resource.js'
import type { Screen } from './screen.js'

/** A part of a screen, with an address of its own: `#/account/profile`. */
export type Page = {
  readonly title: string
  readonly needs?: readonly Resource<unknown>[]
  /** False while it lacks what an earlier page gives it; without this, it is always ready. */
  isReady?(): boolean
  view(): TemplateResult
}

/** A screen of several pages: the first one, and the others by their names in the address. */
export function screenOf(first: Page, others: Readonly<Record<string, Page>>): Screen {
  const pageAt = ([name = '']: readonly string[]): Page => {
    const page = others[name]
    return page && (page.isReady?.() ?? true) ? page : first
  }
  return {
    title: (rest) => pageAt(rest).title,
    needs: (rest) => pageAt(rest).needs ?? [],
    view: (rest) => pageAt(rest).view(),
  }
}
