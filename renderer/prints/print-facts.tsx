import type { PrintDetails, PrinterView } from '../../src/contract/printer-view.ts';
import type { Temperatures } from '../../src/domain/print/print-report.ts';
import { LiveTime } from '../components/live-time.tsx';
import { formatMinutes, formatNumber, formatTime } from '../format.ts';
import { messages } from '../messages.ts';
import { Fact } from '../printers/facts.tsx';
import { GadgetFact } from './gadget-fact.tsx';

/** The known facts of the running print, or of the last one; unknown ones are left out. */
export function PrintFacts({
  printer,
  details,
  print,
}: {
  printer: PrinterView;
  details: PrintDetails;
  print: NonNullable<PrintDetails['print']>;
}) {
  const texts = messages.value.printDetails;
  const { fileName, duration, layer, totalLayers, temperatures, says, ended } = print;
  return (
    <dl class="facts">
      {fileName === null ? null : (
        <Fact name={texts.file}>
          <span class="print-file" dir="auto" title={fileName}>
            {fileName}
          </span>
        </Fact>
      )}
      {ended === null ? null : (
        <Fact name={texts.results[ended.result]}>
          <LiveTime
            format={(now) => (ended.exact ? formatTime(ended.at, now) : texts.around(formatTime(ended.at, now)))}
          />
        </Fact>
      )}
      {duration === null ? null : (
        <Fact name={ended === null ? texts.elapsed : texts.took}>{formatMinutes(duration)}</Fact>
      )}
      {layer === null ? null : <Fact name={texts.layer}>{formatLayers(layer, totalLayers)}</Fact>}
      {temperatures === null ? null : <TemperatureFacts temperatures={temperatures} />}
      {ended === null ? <GadgetFact printer={printer.id} kind={details.kind} /> : null}
      {says === null ? null : (
        <Fact name={texts.says}>
          <span dir="auto">{says}</span>
        </Fact>
      )}
    </dl>
  );
}

function formatLayers(layer: number, total: number | null): string {
  const { layerOf } = messages.value.printDetails;
  return total === null ? String(layer) : layerOf(String(layer), String(total));
}

function TemperatureFacts({ temperatures: known }: { temperatures: Temperatures }) {
  const texts = messages.value.printDetails;
  const parts = [
    { name: texts.hotend, actual: known.hotend, target: known.hotendTarget },
    { name: texts.bed, actual: known.bed, target: known.bedTarget },
    { name: texts.chamber, actual: known.chamber, target: known.chamberTarget },
  ];
  return (
    <>
      {parts.map(({ name, actual, target }) => {
        const text = formatTemperature(actual, target);
        return text === null ? null : (
          <Fact key={name} name={name}>
            {text}
          </Fact>
        );
      })}
    </>
  );
}

/** Without a target or with a target of 0, it isn't heated. For a chamber without a sensor there is no text. */
function formatTemperature(actual: number | null, target: number | null): string | null {
  const texts = messages.value.printDetails;
  const wanted = target === null || target <= 0 ? null : formatNumber(target, 0);
  if (actual === null) return wanted === null ? null : texts.targetOnly(wanted);
  const degrees = formatNumber(actual, 0);
  return wanted === null ? texts.celsius(degrees) : texts.celsiusOf(degrees, wanted);
}
