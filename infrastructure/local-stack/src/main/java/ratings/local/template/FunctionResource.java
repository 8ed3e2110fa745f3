package ratings.local.template;

import java.util.List;
import java.util.Map;

/**
 * An {@code AWS::Serverless::Function}.
 *
 * @param id its logical id, which is also its name
 * @param codeUri as the template has it, relative to the template
 */
public record FunctionResource(
    String id,
    String handler,
    String codeUri,
    int timeoutSeconds,
    int memoryMegabytes,
    Map<String, String> environment,
    List<FunctionEvent> events) {
  public FunctionResource {
    environment = Map.copyOf(environment);
    events = List.copyOf(events);
  }
}
