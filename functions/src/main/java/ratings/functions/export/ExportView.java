package ratings.functions.export;

import java.util.LinkedHashMap;
import java.util.Map;
import ratings.domain.export.Export;
import ratings.domain.export.ExtraColumn;

/** An export on the wire. */
final class ExportView {
  private ExportView() {}

  static Map<String, Object> of(Export export) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", export.id());
    view.put("state", export.state().code());
    view.put("rowsWritten", export.progress().rows());
    view.put("percent", export.progress().percent());
    view.put("bytes", export.progress().bytes());
    view.put("createdAt", export.createdAt());
    view.put("endedAt", export.endedAt());
    view.put("reason", export.reason());
    view.put("filter", export.order().filter());
    view.put("columns", export.order().columns().stream().map(ExtraColumn::code).toList());
    view.put("format", export.order().format().code());
    view.put("by", export.order().by());
    return view;
  }
}
