// What the layers of tsconfig.pure.json may use besides the language itself: nothing of it reads a clock, a file or a network.

interface AbortSignal {
  readonly aborted: boolean;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}

declare function queueMicrotask(callback: () => void): void;
