/** Says that the app waits for the browser. */
export function Waiting() {
  return (
    <p class="waiting">
      <span class="waiting-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      Waiting for your browser
    </p>
  );
}
