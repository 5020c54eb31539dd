/** For conditions that come true within moments, ms. */
export const soon = { timeout: 20_000, interval: 20 };
/** The content of a notification about a disconnected printer. */
export const content = (title: string, body = '') => ({ title, body, state: 'offline' as const });
export const loud = { sound: true } as const;
export const nothing = () => {};
