/** Every way in which the library can be wrong, as a stable code. */
export const libraryFaultCodes = [
  // one exercise on its own
  'INVALID_RECORD',
  'INVALID_SLUG',
  'INVALID_FORMER_SLUGS',
  'INVALID_NAME',
  'INVALID_CATEGORY',
  'INVALID_LEVEL',
  'INVALID_DIFFICULTY',
  'INVALID_SLOT',
  'INVALID_LADDER',
  'INVALID_PREREQUISITES',
  'INVALID_METRIC',
  'INVALID_SETS',
  'INVALID_TEMPO',
  'INVALID_REST',
  'INVALID_EQUIPMENT',
  'INVALID_TAGS',
  'INVALID_MUSCLES',
  'INVALID_UNILATERAL',
  'INVALID_LOADABLE',
  'INVALID_BODY_MASS_FRACTION',
  'INVALID_MAPPING',
  'INVALID_DESCRIPTION',
  'INVALID_CUES',
  'DIFFICULTY_OUTSIDE_LEVEL',
  'SETS_NOT_OF_METRIC',
  'TEMPO_NOT_OF_METRIC',
  // the exercises together
  'DUPLICATE_SLUG',
  'DUPLICATE_NAME',
  'FORMER_SLUG_IN_USE',
  'FORMER_SLUG_TWICE',
  'CELL_TOO_SMALL',
  // prerequisites
  'PREREQUISITE_UNKNOWN',
  'PREREQUISITE_OF_HIGHER_LEVEL',
  'PREREQUISITE_NOT_EASIER',
  'PREREQUISITE_CYCLE',
  'NO_PREREQUISITE_IN_CATEGORY',
  // where it leads
  'NEVER_OPENED',
  'STEP_TOO_WIDE',
  'ENDS_EARLY',
  // lateral pairs
  'LATERAL_INVALID',
  'LATERAL_UNKNOWN',
  'LATERAL_SELF',
  'LATERAL_DUPLICATE',
  'LATERAL_ACROSS_CATEGORIES',
  'LATERAL_TOO_FAR_APART',
  'LATERAL_ALONG_CHAIN',
  // other names
  'ALIAS_INVALID',
  'ALIAS_UNKNOWN',
  'ALIAS_IN_USE',
  'ALIAS_TWICE',
] as const

export type LibraryFaultCode = (typeof libraryFaultCodes)[number]

/** One fault: `slug` names the exercise at fault, and is null when none can be named. */
export type LibraryFault = {
  readonly code: LibraryFaultCode
  readonly slug: string | null
  readonly detail: string
}
