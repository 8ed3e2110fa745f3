package ratings.functions.tally;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ratings.aws.Tables;
import ratings.domain.report.Recount;
import ratings.domain.report.Recount.Finding;
import ratings.http.Json;

/**
 * Recounts every night, and says of each workspace whether its sums are right. An operator replaces
 * sums that are not by {@code {"replace": ["workspace"]}}.
 */
public final class ReconcileFunction implements RequestStreamHandler {
  /** What a page takes at the very most, with every retry and all that is mended for it. */
  private static final int MILLIS_OF_A_PAGE = 60_000;

  private final Recount recount;

  public ReconcileFunction() {
    this(Tables.ofProcess().recount());
  }

  ReconcileFunction(Recount recount) {
    this.recount = recount;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var replacing = replacing(in);
    var findings = run(replacing, context);
    var documents =
        findings.entrySet().stream()
            .map(found -> document(found.getKey(), found.getValue()))
            .toList();
    for (var document : documents) {
      context.getLogger().log(Json.line(document));
    }
    out.write(Json.write(documents));
  }

  /** What fails is in the log as an alarm's filter knows it. */
  private Map<String, Finding> run(Set<String> replacing, Context context) {
    try {
      return recount.run(replacing, () -> context.getRemainingTimeInMillis() > MILLIS_OF_A_PAGE);
    } catch (RuntimeException e) {
      context.getLogger().log(Json.line(Map.of("trouble", "recount failed")));
      throw e;
    }
  }

  /** What the schedule sends names none. */
  private static Set<String> replacing(InputStream in) throws IOException {
    try {
      var event = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return event instanceof Map<?, ?> map && map.get("replace") instanceof List<?> workspaces
          ? workspaces.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
          : Set.of();
    } catch (Json.Malformed e) {
      throw new IOException("not an event", e);
    }
  }

  private static Map<String, Object> document(String workspace, Finding finding) {
    var document = new LinkedHashMap<String, Object>();
    document.put("workspace", workspace);
    document.put("conversations", finding.conversations());
    document.put("mended", finding.mended());
    document.put("aside", finding.aside());
    document.put("drift", finding.drift());
    document.put("replaced", finding.replaced());
    return document;
  }
}
