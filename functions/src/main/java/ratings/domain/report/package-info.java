/**
 * What reports are made of: who was asked and what they answered, summed by day and combination.
 * May use scores, conversations and ratings.
 */
package ratings.domain.report;
