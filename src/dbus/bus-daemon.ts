/** The message bus itself, which knows the names on it: where its methods are. Source: D-Bus Specification. */
export const busDaemon = {
  to: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;
