import type { Print } from './print.ts';
import type { PrintReport } from './print-report.ts';

type Layers = Pick<Print, 'layer' | 'lowerLayer' | 'totalLayers' | 'firstLayer'>;

const none: Layers = { layer: null, lowerLayer: null, totalLayers: null, firstLayer: null };

/** By how many layers a lifted nozzle may change the current one, where that is derived from the height. */
const lifted = 3;

/**
 * Returns the layers of a print after a report; `print` is null for a new one. A layer further below the current one
 * has to be reported twice: then the higher one was left over from the last print, or wrong.
 */
export function layersAfter(
  print: Layers | null,
  { layer, totalLayers }: Pick<PrintReport, 'layer' | 'totalLayers'>,
  isWarming: boolean,
): Layers {
  const before: Layers = print ?? none;
  // While warming up, a printer still reports the layers of its last print.
  if (isWarming) return { ...before, lowerLayer: null };
  const total = totalLayers ?? before.totalLayers;
  const isOtherTotal = before.totalLayers !== null && before.totalLayers !== total;
  if (isOtherTotal) return { layer, lowerLayer: null, totalLayers: total, firstLayer: layer };
  const within = (one: number) => (total === null ? one : Math.min(one, total));
  const firstLayer = before.firstLayer ?? layer;
  if (layer === null || before.layer === null) {
    const known = layer ?? before.layer;
    return { layer: known === null ? null : within(known), lowerLayer: null, totalLayers: total, firstLayer };
  }
  if (layer >= before.layer - lifted) {
    const highest = within(Math.max(layer, before.layer));
    return { layer: highest, lowerLayer: null, totalLayers: total, firstLayer };
  }
  const isConfirmed = before.lowerLayer !== null && layer >= before.lowerLayer - lifted;
  return isConfirmed
    ? { layer, lowerLayer: null, totalLayers: total, firstLayer: Math.min(layer, firstLayer ?? layer) }
    : { layer: within(before.layer), lowerLayer: layer, totalLayers: total, firstLayer };
}
