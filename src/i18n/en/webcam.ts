/** The picture of a printer’s webcam. */
export const webcam = {
  tooLarge: {
    title: 'Picture too large',
    text: 'Your account’s limits don’t allow pictures of this size. Set a smaller resolution for the webcam.',
  },
  watchedTooOften: {
    title: 'Webcam limit reached',
    text: 'Your account has reached its webcam limit for now. Try again later; until you do, OctoGlance loads no more pictures.',
  },
  noPicture: {
    title: 'No picture',
    text: 'The webcam’s picture couldn’t be loaded.',
  },
};
