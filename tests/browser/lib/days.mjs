/// The day `days` after a date YYYY-MM-DD, written the same.
export function dayAfter(date, days) {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
