/** Scales, what scores they take, and what a score means. Stands alone. */
package ratings.domain.score;
