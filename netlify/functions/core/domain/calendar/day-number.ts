const daysPerFourCenturies = 146_097
const daysPerFourYears = 1_461
const zero = '0'.charCodeAt(0)

/** Days from the 1st of March of the year 0 to the 1st of January 1970. */
const epoch = 719_468

/**
 * Counts the days from the 1st of January 1970 to a calendar date (`YYYY-MM-DD`); negative before it.
 * A day that its month does not have counts on into the next month.
 *
 * It is arithmetic on digits, because a fold over a long history asks for it a million times and a
 * `Date` takes five times as long. Years begin in March here, so that a leap day ends its year
 * (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
 */
export function dayNumber(date: string): number {
  const month = digits(date, 5, 7)
  const year = month > 2 ? digits(date, 0, 4) : digits(date, 0, 4) - 1
  const dayOfYear = daysBeforeMonth(month > 2 ? month - 3 : month + 9) + digits(date, 8, 10) - 1
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - epoch
}

/**
 * Returns the calendar date (`YYYY-MM-DD`) of a day that `dayNumber` has counted, from the year 0 to
 * 9999 (civil_from_days, in the same article).
 *
 * @throws RangeError for a day outside those years, and for a number that is not whole.
 */
export function dateOfDay(day: number): string {
  const fromMarch = day + epoch
  const fourCenturies = Math.floor(fromMarch / daysPerFourCenturies)
  const rest = fromMarch - fourCenturies * daysPerFourCenturies
  const leapDays = Math.floor(rest / (daysPerFourYears - 1)) - Math.floor(rest / 36_524) + Math.floor(rest / 146_096)
  const yearOfFour = Math.floor((rest - leapDays) / 365)
  const dayOfYear = rest - (yearOfFour * 365 + Math.floor(yearOfFour / 4) - Math.floor(yearOfFour / 100))
  const fromMarchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarchMonth < 10 ? fromMarchMonth + 3 : fromMarchMonth - 9
  const year = fourCenturies * 400 + yearOfFour + (month > 2 ? 0 : 1)
  const dayOfMonth = dayOfYear - daysBeforeMonth(fromMarchMonth) + 1
  if (!(Number.isInteger(day) && year >= 0 && year <= 9999)) throw new RangeError(`${day} is no day of a calendar date`)
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${two(month)}-${two(dayOfMonth)}`
}

/** Counts the days from the 1st of March to the first of a month, where March is month 0. */
function daysBeforeMonth(month: number): number {
  return Math.floor((153 * month + 2) / 5)
}

/** Reads the digits of a text from one place to another; NaN where the text is too short. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let place = from; place < to; place += 1) number = number * 10 + text.charCodeAt(place) - zero
  return number
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
