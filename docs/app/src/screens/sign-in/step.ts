import type { TemplateResult } from 'lit-html'
import type { Resource } from '../../data/resource.js'

/** One form on the way in. */
export type Step = {
  readonly title: string
  readonly needs?: readonly Resource<unknown>[]
  /** False while it lacks what an earlier one gives it; without this, it is always ready. */
  isReady?(): boolean
  view(): TemplateResult
}
