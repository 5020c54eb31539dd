/** Returns the open alerts of each printer in `alerts.json`. */
export function openAlerts(alerts: {
  readonly printers: Readonly<Record<string, { readonly open: object }>>;
}): readonly (readonly string[])[] {
  return Object.values(alerts.printers).map(({ open }) => Object.keys(open));
}
