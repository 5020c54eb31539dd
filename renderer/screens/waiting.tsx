/** Shows that something is in progress. */
export function Waiting({ text }: { text: string }) {
  return (
    <p class="waiting">
      <span class="waiting-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {text}
    </p>
  );
}
