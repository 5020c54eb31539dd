import type { Message } from '../domain/message.ts';
import type { Webcam, WebcamPicture } from '../domain/print/webcam.ts';

/** What the window gets when it wants to look at a printer's webcam. */
export type WebcamAnswer =
  | {
      readonly kind: 'picture';
      readonly picture: WebcamPicture;
      /** Of which webcam it is, and all that there are. */
      readonly index: number;
      readonly webcams: readonly Pick<Webcam, 'index' | 'name'>[];
    }
  /** Nothing new: it was asked just now, or nobody can see it. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'no-webcam' }
  | { readonly kind: 'failed'; readonly message: Message };
