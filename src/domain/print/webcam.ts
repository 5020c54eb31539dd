import { fieldIn, fieldsOf, flagIn, isObject, numberIn, textIn } from './fields.ts';

/** How to show a webcam's picture: first rotated (degrees, clockwise), then flipped. */
export interface Webcam {
  /** Identifies it in requests. */
  readonly index: number;
  readonly name: string | null;
  readonly flipHorizontally: boolean;
  readonly flipVertically: boolean;
  readonly rotation: 0 | 90 | 180 | 270;
}

export interface Webcams {
  /** The enabled ones, in the printer's order. */
  readonly webcams: readonly Webcam[];
  /** The index of the one to show first; null when there is none. */
  readonly first: number | null;
}

/** The accepted picture formats. */
export type PictureType = 'image/jpeg' | 'image/png';

/** A webcam's picture as received. */
export interface Snapshot {
  readonly type: PictureType;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture and how to show it. */
export interface WebcamPicture extends Snapshot, Pick<Webcam, 'rotation' | 'flipHorizontally' | 'flipVertically'> {}

/** More than any printer has; the rest of a longer list is ignored. */
const mostWebcams = 20;

/**
 * Parses the result of `webcam/list` (https://docs.octoeverywhere.com/plugin-api/webcam-api); accepts any value.
 * Without a list there are no webcams. Returns null for something else, such as a failure. Never throws.
 */
export function parseWebcams(result: unknown): Webcams | null {
  const reported = fieldsOf(result);
  // Without the field it is a list only if there is nothing else: any other response would mean that, too.
  const mayBeList =
    Object.hasOwn(reported, 'Webcams') || Object.keys(reported).every((name) => name === 'DefaultIndex');
  const list = fieldIn(reported, 'Webcams') ?? [];
  if (!isObject(result) || !mayBeList || !Array.isArray(list)) return null;
  const webcams = list.slice(0, mostWebcams).flatMap((one, index) => webcamOf(one, index) ?? []);
  const preferred = numberIn(reported, 'DefaultIndex', 0, mostWebcams);
  const first = webcams.find(({ index }) => index === preferred) ?? webcams[0];
  return { webcams, first: first?.index ?? null };
}

function webcamOf(one: unknown, index: number): Webcam | null {
  if (!isObject(one)) return null;
  const reported = fieldsOf(one);
  if (flagIn(reported, 'Enabled') === false) return null;
  const rotation = numberIn(reported, 'Rotation', 0, 270);
  return {
    index,
    name: textIn(reported, 'Name'),
    flipHorizontally: flagIn(reported, 'FlipH') === true,
    flipVertically: flagIn(reported, 'FlipV') === true,
    rotation: rotation === 90 || rotation === 180 || rotation === 270 ? rotation : 0,
  };
}
