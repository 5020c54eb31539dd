import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { messages } from '../messages.ts';
import { quietHoursId } from '../settings/quiet-hours-setting.tsx';
import { announce } from '../state/announcements.ts';
import { slowNow } from '../state/clock.ts';
import { appState } from '../state/fleet.ts';
import { headingId, open, wantedFocus } from '../state/screen.ts';
import { doNotDisturbText } from './do-not-disturb-text.ts';
import { snooze } from './requests.ts';

/** Says until when notifications are held back, and offers to end that. Hidden if notifications are off. */
export function QuietBanner() {
  const shown = appState.value;
  const quiet = shown?.settings.notifications === true ? shown.quiet : null;
  const sentence = shown === null || quiet === null ? null : doNotDisturbText(quiet, slowNow.value);
  useNews(quiet?.until ?? null, sentence);
  if (quiet === null) return null;
  const texts = messages.value.quiet;
  const resume = async () => {
    // The button disappears with the banner.
    if (await snooze('end')) wantedFocus.value = headingId;
  };
  const change = () => {
    open({ name: 'settings' });
    wantedFocus.value = quietHoursId;
  };
  return (
    <div class="quiet-banner">
      <Icon name="bell-off" />
      <p>{sentence}</p>
      <button type="button" class="link-button" onClick={quiet.why === 'snoozed' ? resume : change}>
        {quiet.why === 'snoozed' ? texts.resume : texts.changeHours}
      </button>
    </div>
  );
}

/**
 * Announces to screen readers that a time without notifications began or ended. One that was there from the start is
 * read instead.
 */
function useNews(until: number | null, sentence: string | null): void {
  const before = useRef(until);
  useEffect(() => {
    if (before.current === until) return;
    before.current = until;
    announce(sentence ?? messages.peek().quiet.resumed);
  }, [until, sentence]);
}
