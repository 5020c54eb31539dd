/** Reason phrases for OctoEverywhere's own statuses, after https://docs.octoeverywhere.com/error-codes/. */
const reasons: Readonly<Record<number, string>> = {
  600: 'Unknown Error',
  601: 'Printer Not Connected',
  602: 'Printer Connection Timeout',
  603: 'App Connection Not Found',
  604: 'App Connection Revoked Or Expired',
  605: 'No Supporter Perks',
  606: 'Invalid Credentials',
  607: 'File Download Limit',
  608: 'File Upload Limit',
  609: 'Webcam Stream Limit',
  610: 'Plugin Update Required',
  611: 'No Beta Access',
  612: 'Plugin Error',
  613: 'No Active Print',
};

/** Returns the text after the number in a status line; undefined leaves it to Node. */
export function reasonFor(status: number): string | undefined {
  return reasons[status];
}
