package ratings.functions.export;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.crac.Core;
import ratings.aws.Clients;
import ratings.aws.DynamoExports;
import ratings.aws.Environment;
import ratings.aws.ExportStores;
import ratings.aws.Retries;
import ratings.domain.Tenancy;
import ratings.domain.Unavailable;
import ratings.domain.document.Reading;
import ratings.domain.export.Export;
import ratings.domain.export.ExportIds;
import ratings.domain.export.ExportLinks;
import ratings.domain.export.ExportQueue;
import ratings.domain.export.Exports;
import ratings.domain.export.Order;
import ratings.domain.export.State;
import ratings.http.Caller;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/** Takes orders for exports, tells how they stand, and hands out links to what is ready. */
public final class StartExportFunction implements PrimedFunction {
  private static final String RIGHT = "ratings/export";
  private static final Duration LINK = Duration.ofMinutes(5);
  private static final String SOON = "2";
  private static final int MOST_LISTED = 50;

  private final Exports exports;
  private final ExportQueue queue;
  private final ExportLinks links;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Supplier<UUID> chance;

  public StartExportFunction() {
    this(Environment.ofProcess(), Retries.whileSomebodyWaits());
    Core.getGlobalContext().register(this);
  }

  private StartExportFunction(Environment environment, Retries retries) {
    this(environment, retries, new ExportStores(environment, retries));
  }

  private StartExportFunction(Environment environment, Retries retries, ExportStores stores) {
    this(
        new DynamoExports(Clients.dynamo(), environment.ratingsTable(), retries),
        stores.queue(),
        stores.links(),
        environment.tenancy(),
        Clock.systemUTC(),
        UUID::randomUUID);
  }

  StartExportFunction(
      Exports exports,
      ExportQueue queue,
      ExportLinks links,
      Tenancy tenancy,
      Clock clock,
      Supplier<UUID> chance) {
    this.exports = exports;
    this.queue = queue;
    this.links = links;
    this.tenancy = tenancy;
    this.clock = clock;
    this.chance = chance;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var caller = Caller.of(request, tenancy, RIGHT);
    return switch (request.route()) {
      case "POST /v1/exports" -> start(caller, order(request, caller));
      case "GET /v1/exports" -> list(caller);
      case "GET /v1/exports/{id}" -> show(find(request, caller));
      case "GET /v1/exports/{id}/file" -> file(find(request, caller), request);
      case "DELETE /v1/exports/{id}" -> cancel(request, caller);
      default -> throw new Problem.Refused(Problem.notFound("There is nothing at this path."));
    };
  }

  private Response start(Caller caller, Order order) {
    var now = clock.instant();
    var export = Export.queued(caller.workspace(), ExportIds.next(now, chance.get()), order, now);
    exports.add(export);
    enqueue(export);
    return Response.json(202, ExportView.of(export))
        .with("location", "/v1/exports/" + export.id())
        .with("retry-after", SOON);
  }

  /** What cannot be queued will never run, and says so. */
  private void enqueue(Export export) {
    try {
      queue.send(export.ticket());
    } catch (Unavailable unavailable) {
      exports.replace(export.failed("It could not be queued.", clock.instant()));
      throw unavailable;
    }
  }

  private Response list(Caller caller) {
    var now = clock.instant();
    var items =
        exports.newest(caller.workspace(), MOST_LISTED).stream()
            .filter(export -> export.isKept(now))
            .map(ExportView::of)
            .toList();
    return Response.ok(Map.of("items", items));
  }

  private static Response show(Export export) {
    var response = Response.ok(ExportView.of(export));
    return export.state().isOpen() ? response.with("retry-after", SOON) : response;
  }

  private Response file(Export export, Request request) throws Problem.Refused {
    if (export.state().isOpen()) {
      throw new Problem.Refused(notReady());
    }
    if (!export.isReady()) {
      throw new Problem.Refused(Problem.notFound("This export has no file."));
    }
    var link = links.link(export.upload().orElseThrow().key(), LINK);
    return asJson(request)
        ? Response.ok(Map.of("url", link.uri(), "expiresAt", link.expiresAt()))
        : Response.empty(302).with("location", link.uri().toString());
  }

  private static boolean asJson(Request request) throws Problem.Refused {
    return request.query().stream().anyMatch(it -> it.equals(Map.entry("as", "json")));
  }

  /** A file that is there is cleared away by a run, as soon as the queue brings its ticket. */
  private Response cancel(Request request, Caller caller) throws Problem.Refused {
    var cancelled = cancelled(request, caller);
    if (cancelled.isDiscardable(clock.instant())) {
      queue.send(cancelled.ticket());
    }
    return Response.empty(204);
  }

  /** Whoever cancels wins over whoever runs it: it looks again until its version is the next. */
  private Export cancelled(Request request, Caller caller) throws Problem.Refused {
    while (true) {
      var export = find(request, caller);
      if (!isCancellable(export)) {
        return export;
      }
      var cancelled = export.cancelled(clock.instant());
      if (exports.replace(cancelled)) {
        return cancelled;
      }
    }
  }

  private static boolean isCancellable(Export export) {
    return export.state() != State.CANCELLED && export.state() != State.FAILED;
  }

  private Export find(Request request, Caller caller) throws Problem.Refused {
    return exports
        .find(caller.workspace(), request.parameter("id"))
        .filter(export -> export.isKept(clock.instant()))
        .orElseThrow(() -> new Problem.Refused(Problem.notFound("There is no such export.")));
  }

  private Order order(Request request, Caller caller) throws Problem.Refused {
    var document = request.json("application/json");
    return switch (Order.read(document, caller.teammate(), clock.instant())) {
      case Reading.Valid<Order>(var order) -> order;
      case Reading.Invalid<Order>(var violations) ->
          throw new Problem.Refused(Problem.invalid(violations));
    };
  }

  private static Problem notReady() {
    return new Problem(
        409,
        "export-not-ready",
        "Not ready",
        "The file is still being written.",
        Map.of(),
        Map.of("retry-after", SOON));
  }

  @Override
  public List<Response> prime() throws IOException {
    return List.of(
        rehearse(Rehearsal.of("GET /v1/exports").by(tenancy, RIGHT)),
        rehearse(Rehearsal.of("GET /v1/exports/{id}").by(tenancy, RIGHT).with("id", Rehearsal.ID)));
  }
}
