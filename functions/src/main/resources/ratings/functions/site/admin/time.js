// Times as the exported CSV writes them: in the offset that a zone has now, whatever the clocks did when it happened.

/** Every zone that the browser knows, UTC first. */
export const zones = () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** A zone by its right name, as the API reads it, for browsers take america/new_york too; null where there is none. */
export const zoneOf = (name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
};

export const ownZone = () => zoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? 'UTC';

/** As in the head of the date column: GMT-05:00. */
export const offset = (zone) => {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts();
  const { value } = parts.find(({ type }) => type === 'timeZoneName');
  return value === 'GMT' ? 'GMT+00:00' : value;
};

const minutes = (label) => {
  const [, sign, hours, rest] = /^GMT([+-])(\d\d):(\d\d)/.exec(label);
  return (sign === '-' ? -1 : 1) * (60 * hours + +rest);
};

/** yyyy-MM-dd HH:mm:ss, as the CSV has it; what is no time, as somebody's link may have it, stays as it is. */
export const written = (instant, label) => {
  const time = new Date(Date.parse(instant) + 60_000 * minutes(label));
  return Number.isNaN(+time) ? instant : time.toISOString().slice(0, 19).replace('T', ' ');
};

/** What a field of type datetime-local has, as a time that the API reads; and back. */
export const toInstant = (local, label) => `${local.length === 16 ? `${local}:00` : local}${label.slice(3)}`;
export const toLocal = (instant, label) => written(instant, label).replace(' ', 'T');
