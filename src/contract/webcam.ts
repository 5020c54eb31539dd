import type { Message } from '../domain/message.ts';
import type { Webcam, WebcamPicture } from '../domain/print/webcam.ts';

/** The response to the window's request for a picture of a printer's webcam. */
export type WebcamResult =
  | {
      readonly kind: 'picture';
      readonly picture: WebcamPicture;
      /** The index of the webcam, and all webcams. */
      readonly index: number;
      readonly webcams: readonly Pick<Webcam, 'index' | 'name'>[];
    }
  /** No new picture: requested just now, window not visible, or printer not connected. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'no-webcam' }
  | { readonly kind: 'failed'; readonly message: Message };
