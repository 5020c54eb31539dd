/** Shows that something is in progress. */
export function Waiting({ words }: { words: string }) {
  return (
    <p class="waiting">
      <span class="waiting-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {words}
    </p>
  );
}
