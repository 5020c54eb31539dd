import { words } from '../words.ts';

/** A section by its element's id, and what it is called. */
export interface SectionName {
  readonly id: string;
  readonly title: string;
}

/** Leads to each section of the settings; only shown where there is room beside them. */
export function SectionList({ sections }: { sections: readonly SectionName[] }) {
  const goTo = (id: string) => {
    const section = document.getElementById(id);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  };
  return (
    <nav class="settings-list" aria-label={words.value.settings.sections}>
      {sections.map(({ id, title }) => (
        <button key={id} type="button" class="settings-list-entry" onClick={() => goTo(id)}>
          {title}
        </button>
      ))}
    </nav>
  );
}
