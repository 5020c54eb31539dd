/** Why a file that the user chose could not be written, and what to do; `code` is the system's error code. */
export function notWritten(code: string | null): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'The disk is full. No file was changed. Free up some space or choose another folder, then try again.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'OctoGlance isn’t allowed to write there. No file was changed. Choose another folder, then try again.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'That folder no longer exists. Choose another one, then try again.';
    case 'EISDIR':
      return 'Something with that name already exists and isn’t an ordinary file. Choose another name, then try again.';
    case 'ENAMETOOLONG':
      return 'That name is too long. Choose a shorter one, then try again.';
    default:
      return 'The file couldn’t be written. No file was changed. Choose another folder, then try again.';
  }
}
