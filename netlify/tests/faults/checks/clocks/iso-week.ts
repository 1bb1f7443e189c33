/** The ISO week of an instant in a time zone, found with the calendar of Intl alone. */
export function isoWeekAt(instant: Date, timeZone: string): { readonly week: string; readonly date: string } {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant)
  // the week belongs to the year that its Thursday is in
  const thursday = new Date(`${date}T12:00:00Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const year = thursday.getUTCFullYear()
  const dayOfYear = Math.round((thursday.getTime() - Date.UTC(year, 0, 1, 12)) / 86_400_000)
  return { week: `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`, date }
}
