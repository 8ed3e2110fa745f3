package ratings.domain.rating;

import ratings.domain.score.Scale;

/**
 * A survey that somebody else held, and whose answer is a rating.
 *
 * @param name by which its answers are counted (R109)
 * @param channel in which it was held, as its holder calls it
 * @param scale on which it was answered, whatever the line asks for
 * @param prompt what its customer was asked; may be empty
 */
public record Survey(String name, String channel, Scale scale, String prompt) {}
