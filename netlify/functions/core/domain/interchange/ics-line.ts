const octetsMax = 75

/** Makes a content line of type TEXT (RFC 5545): escaped, folded, with its final CRLF. */
export function icsLine(name: string, text: string): string {
  return icsFold(`${name}:${escapeText(text)}`)
}

/**
 * Makes a content line of any other type (dates, recurrence rules, addresses): folded in the same
 * way, but not escaped.
 */
export function icsValueLine(name: string, value: string): string {
  return icsFold(`${name}:${value}`)
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\n|\r/g, '\\n')
}

/**
 * Folds a line into lines of at most 75 octets. The space that begins a continuation counts, and no
 * character is cut in two.
 */
function icsFold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = utf8Octets(character)
    if (octets + size > octetsMax) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

function utf8Octets(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
