import type { ComponentChildren } from 'preact';

/** A group of settings under a heading. */
export function SettingsSection({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <div class="settings-section" id={id} data-settings-section>
      <h2 tabIndex={-1}>{title}</h2>
      {children}
    </div>
  );
}
