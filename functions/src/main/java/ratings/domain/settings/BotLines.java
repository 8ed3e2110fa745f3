package ratings.domain.settings;

import ratings.domain.Unavailable;

/** Finds the lines by which bots' surveys come in. */
public interface BotLines {

  /**
   * The line that has the bot's id, or, where the workspace has none, one without settings of its
   * own. Its channel and scale are the survey's: see {@link Line#surveyed}.
   *
   * @throws Unavailable if the store would not have it
   */
  Line ofBot(String workspace, String botId);
}
