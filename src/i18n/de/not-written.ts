/** Why a file that the user chose could not be written, and what to do; `code` is the system's error code. */
export function notWritten(code: string | null): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'Der Datenträger ist voll. Es wurde keine Datei verändert. Gib Speicherplatz frei oder wähle einen anderen Ordner und versuche es dann noch einmal.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'OctoGlance darf dort nicht schreiben. Es wurde keine Datei verändert. Wähle einen anderen Ordner und versuche es dann noch einmal.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'Dieser Ordner existiert nicht mehr. Wähle einen anderen und versuche es dann noch einmal.';
    case 'EISDIR':
      return 'Unter diesem Namen gibt es schon etwas, das keine gewöhnliche Datei ist. Wähle einen anderen Namen und versuche es dann noch einmal.';
    case 'ENAMETOOLONG':
      return 'Dieser Name ist zu lang. Wähle einen kürzeren und versuche es dann noch einmal.';
    default:
      return 'Die Datei konnte nicht geschrieben werden. Es wurde keine Datei verändert. Wähle einen anderen Ordner und versuche es dann noch einmal.';
  }
}
