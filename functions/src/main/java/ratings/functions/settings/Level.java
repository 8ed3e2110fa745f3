package ratings.functions.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import ratings.domain.settings.Settings;

/**
 * The settings of one level, as they are shown.
 *
 * @param document {@code {own, effective}}
 * @param tag changes with every part of the document; up to its {@link #END_OF_OWN} it stands for
 *     what the level has of its own, which is all that a change replaces
 */
record Level(Map<String, Object> document, String tag) {
  /** No version holds it. */
  static final char END_OF_OWN = '.';

  static Level ofWorkspace(Settings own) {
    var document = new LinkedHashMap<String, Object>();
    document.put("own", own.own());
    document.put("effective", own.effective().workspaceDocument());
    return new Level(document, own.version());
  }

  static Level ofLine(String id, Settings own, Settings workspace) {
    var document = new LinkedHashMap<String, Object>();
    document.put("lineId", id);
    document.put("own", own.own());
    document.put("effective", own.over(workspace).lineDocument());
    return new Level(document, own.version() + END_OF_OWN + workspace.version());
  }

  /** The version of a level's own settings that a tag speaks of. */
  static String own(String tag) {
    int end = tag.indexOf(END_OF_OWN);
    return end < 0 ? tag : tag.substring(0, end);
  }
}
