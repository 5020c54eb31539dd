import { messages } from '../messages.ts';

/** The id of a section's element, and its title. */
export interface SectionName {
  readonly id: string;
  readonly title: string;
}

/** Links to each section of the settings; only visible if there is room next to them. */
export function SectionList({ sections }: { sections: readonly SectionName[] }) {
  const goTo = (id: string) => {
    const section = document.getElementById(id);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  };
  return (
    <nav class="settings-list" aria-label={messages.value.settings.sections}>
      {sections.map(({ id, title }) => (
        <button key={id} type="button" class="settings-list-entry" onClick={() => goTo(id)}>
          {title}
        </button>
      ))}
    </nav>
  );
}
