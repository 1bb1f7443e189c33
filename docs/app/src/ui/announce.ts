import { redraw } from '../shell/redraw.js'

let said = ''

/** What screen readers were told last. */
export function announcement(): string {
  return said
}

/** Tells screen readers what happened, without moving anybody. */
export function announce(text: string): void {
  // a text that is there already would not be read again
  said = said === text ? `${text}\u00a0` : text
  redraw()
}
