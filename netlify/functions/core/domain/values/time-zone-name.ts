import { timeZoneLinks } from './time-zone-links.js'

/** IANA names by their lower case. */
const spellings = new Map(
  [...timeZoneLinks, ...Intl.supportedValuesOf('timeZone')].map((name) => [name.toLowerCase(), name]),
)

/**
 * Returns the name of a time zone as the IANA database spells it, or null where it has none or this
 * runtime does not know the zone. Case does not matter (RFC 6557). A link stays what it is:
 * `Asia/Calcutta` does not become `Asia/Kolkata`.
 *
 * Runtimes take more than the database has: abbreviations such as IST and CTT, which mean several
 * zones, `SystemV/...`, and offsets.
 */
export function timeZoneName(text: string): string | null {
  const name = spellings.get(text.toLowerCase()) ?? newer(text)
  return name !== null && isKnown(name) ? name : null
}

/** Returns a name that may be newer than the list of links. */
function newer(text: string): string | null {
  return /^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(text) && !text.startsWith('SystemV/') ? text : null
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
