/** The picture of a printer’s webcam. */
export const webcam = {
  tooLarge: {
    title: 'Picture too large',
    text: 'Your account’s limits don’t allow pictures of this size. Set a smaller resolution for the webcam.',
  },
  watchedTooOften: {
    title: 'Webcam limit reached',
    text: 'Your account has looked at its webcams as often as it may for now. Try again later; OctoGlance waits until you do.',
  },
  noPicture: {
    title: 'No picture',
    text: 'The webcam’s picture didn’t come through.',
  },
};
