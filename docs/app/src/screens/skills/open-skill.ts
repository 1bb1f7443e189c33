import { currentRoute, goTo, linkTo } from '../../shell/route.js'
import { namedBy } from './address.js'

/** Whether the entry before this one in the history is the tree. */
let cameFromTree = false

/** Opens an exercise. From one to the next, the way back is still the tree. */
export function openSkill(slug: string): void {
  if (isOpen()) location.replace(linkTo('skills', 'exercise', slug))
  else {
    cameFromTree = true
    goTo('skills', 'exercise', slug)
  }
}

/** Closes the exercise that is open, as the back button does. */
export function closeSkill(category: string): void {
  if (!isOpen()) return
  if (cameFromTree) history.back()
  else location.replace(linkTo('skills', category.toLowerCase()))
  cameFromTree = false
}

function isOpen(): boolean {
  return namedBy(currentRoute().rest).exercise !== null
}
