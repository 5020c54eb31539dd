/** Warum sich eine selbst gewählte Datei nicht schreiben ließ, und was hilft; `code` ist der des Systems. */
export function notWritten(code: string | null): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'Der Datenträger ist voll. Es wurde keine Datei verändert. Bitte Platz schaffen oder einen anderen Ordner wählen und noch einmal versuchen.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'OctoGlance darf dort nicht schreiben. Es wurde keine Datei verändert. Bitte einen anderen Ordner wählen und noch einmal versuchen.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'Den Ordner gibt es nicht mehr. Bitte einen anderen wählen und noch einmal versuchen.';
    case 'EISDIR':
      return 'Unter diesem Namen gibt es etwas, das keine gewöhnliche Datei ist. Bitte einen anderen Namen wählen und noch einmal versuchen.';
    case 'ENAMETOOLONG':
      return 'Der Name ist zu lang. Bitte einen kürzeren wählen und noch einmal versuchen.';
    default:
      return 'Die Datei ließ sich nicht schreiben. Es wurde keine Datei verändert. Bitte einen anderen Ordner wählen und noch einmal versuchen.';
  }
}
