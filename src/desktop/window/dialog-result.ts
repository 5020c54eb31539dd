/**
 * The result of a system dialog, as soon as the user has clicked. While nothing else happens in this process, Electron
 * reports the click up to 30 s late on Linux (seen on 33); a timer keeps it awake. Rejects if the dialog does.
 */
export async function dialogResult<Result>(dialog: Promise<Result>): Promise<Result> {
  const awake = setInterval(() => {}, 100);
  try {
    return await dialog;
  } finally {
    clearInterval(awake);
  }
}
