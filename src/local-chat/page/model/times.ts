/** `07:30`, in the zone of the clock. */
export function timeOfDay(date: Date, zone: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(date);
}

/** `8月28日 星期三`. */
export function dayName(date: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    timeZone: zone,
  }).formatToParts(date);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('month')}${part('month').endsWith('月') ? '' : '月'}${part('day')}日 ${part('weekday')}`;
}

/** `2024-08-28`: the same text means the same day. */
export function dayKey(date: Date, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(date);
}

/** The value of a `datetime-local` field: `2024-08-28T07:30`. */
export function fieldValue(date: Date, zone: string): string {
  return `${dayKey(date, zone)}T${timeOfDay(date, zone)}`;
}

/** The instant that a `datetime-local` field means in `zone`; `undefined` for an empty field. */
export function fieldInstant(value: string, zone: string): Date | undefined {
  const asUtc = Date.parse(`${value}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const offsetAt = (at: number) =>
    Date.parse(`${fieldValue(new Date(at), zone)}Z`) - Math.floor(at / 60_000) * 60_000;
  const near = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(near));
}
