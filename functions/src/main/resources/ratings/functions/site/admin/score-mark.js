// A score in a row: drawn as its scale draws it and told in words, for what is low is never told by colour alone.
import { html, nothing, svg } from 'lit';
import { isLow, scoreWords } from './score.js';

const MOUTHS = ['M15 35Q24 24 33 35', 'M16 33Q24 28 32 33', 'M16 32H32', 'M15 30Q24 36 33 30', 'M14 28H34Q32 38 24 38T14 28Z'];

const DRAWINGS = {
  stars5: () => svg`<path class="full" d="M24 4 30 17 44 19 34 29 37 43 24 36 11 43 14 29 4 19 18 17Z"/>`,
  faces5: (score) => svg`<circle class="full" cx="24" cy="24" r="20"/><circle cx="17" cy="20" r="1.5"/><circle cx="31" cy="20" r="1.5"/><path d=${MOUTHS[score - 1]}/>`,
  thumbs: (score) => svg`<path class=${score ? 'full' : 'full down'} d="M15 21 22 6C26 6 28 9 27 12L26 18H37C40 18 42 21 41 24L39 37C38 40 36 41 34 41H15M6 21H15V41H6Z"/>`,
  nps: () => svg`<path d="M5 35A19 19 0 0 1 43 35M24 35 33 21"/><circle cx="24" cy="35" r="2"/>`,
};

export const scoreMark = (rating) => html`
  <span class=${isLow(rating) ? 'mark low' : 'mark'} title=${`${rating.score} ${scoreWords(rating)}`}>
    <svg viewBox="0 0 48 48" aria-hidden="true">${DRAWINGS[rating.scale]?.(rating.score)}</svg>
    <b>${rating.score}</b><span class="hidden"> ${scoreWords(rating)}</span>${isLow(rating) ? html`<small>low</small>` : nothing}
  </span>`;
