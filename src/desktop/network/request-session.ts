import { type Session, session } from 'electron';
import { fetchNoDictionaries } from './no-dictionaries.ts';

let made: Session | null = null;

/**
 * The session of requests that go through Chromium: in memory only, with the system's proxy, and separate from the
 * window's. Most computers never need it. Works once the app is ready.
 */
export function requestSession(): Session {
  if (made !== null) return made;
  made = session.fromPartition('requests');
  fetchNoDictionaries(made);
  return made;
}
