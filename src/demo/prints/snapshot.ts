import { mosaic } from '../jpeg.ts';
import type { PrintMoment } from './simulated-print.ts';

const [columns, rows] = [40, 30] as const;

/**
 * Draws a webcam picture of a print: the bed and the part so far, which grows from below; an empty bed without a print.
 * The top left corner is bright, to show how the picture is rotated.
 */
export function pictureOf(moment: PrintMoment | null): Buffer {
  const bed = rows - 6;
  const height = moment === null || moment.phase === 'idle' ? 0 : Math.round(moment.done * (bed - 4));
  return mosaic(columns, rows, (column, row) => {
    if (column < 3 && row < 3) return [240, 240, 240];
    if (row >= bed) return [60, 62, 70];
    const isPart = row >= bed - height && Math.abs(column - columns / 2) < 6 + ((row * 7) % 3);
    return isPart ? [214, 110, 40] : [24, 26, 32 + row];
  });
}
