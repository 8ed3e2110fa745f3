// What a score is called on its scale, and whether it is low.
const SCALES = {
  stars5: [2, () => 'of 5 stars'],
  faces5: [2, (score) => `of 5, ${['', 'terrible', 'bad', 'ok', 'good', 'amazing'][score]}`],
  thumbs: [0, (score) => `thumbs ${score ? 'up' : 'down'}`],
  nps: [6, (score) => `of 10, ${score > 8 ? 'promoter' : score > 6 ? 'passive' : 'detractor'}`],
};

export const scoreWords = ({ score, scale }) => SCALES[scale][1](score);

/** As low as is announced by default; a line may have another threshold. */
export const isLow = ({ score, scale }) => score <= SCALES[scale][0];
