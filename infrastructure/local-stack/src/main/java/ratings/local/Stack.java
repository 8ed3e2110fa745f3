package ratings.local;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import ratings.local.account.Account;
import ratings.local.http.DevelopmentIssuer;
import ratings.local.http.Gateway;
import ratings.local.http.Pages;
import ratings.local.lambda.Functions;
import ratings.local.mappings.AsynchronousInvoker;
import ratings.local.mappings.Pause;
import ratings.local.signin.Client;
import ratings.local.template.ApiResource;
import ratings.local.template.Locations;
import ratings.local.template.Template;
import ratings.local.template.TemplateReader;
import ratings.local.webhooks.Receiver;
import ratings.local.welcome.DemoPage;
import ratings.local.welcome.RequestsPage;
import ratings.local.welcome.Running;
import ratings.local.welcome.StartPage;

/** Everything that template.yaml declares, running on this machine until closed. */
public final class Stack implements AutoCloseable {
  private static final String ISSUER_PARAMETER = "JwtIssuer";
  private static final String AUDIENCE_PARAMETER = "JwtAudience";
  private static final String ALERT_PARAMETER = "AlertEmail";
  private static final String EVENTS_PARAMETER = "RatingEvents";
  private static final String AUDIENCE = "conversation-ratings";

  private final Closing closing = new Closing();
  private final Account account = Account.local();
  private final Clock clock = Clock.systemUTC();
  private final Settings settings;
  private final Pages pages = new Pages();
  private final Map<String, Entrance> entrances = new LinkedHashMap<>();
  private final Template template;
  private final DevelopmentIssuer issuer;
  private final Backends backends;
  private final Functions functions;

  private Stack(Settings settings) throws IOException {
    this.settings = settings;
    try {
      openEntrances(read(Locations.unknown()).apis());
      this.issuer = new DevelopmentIssuer(issuerUrl(), AUDIENCE, clock);
      issuer.addTo(pages);
      new SignInPages(issuer, Client.at(AUDIENCE, addresses().values()), clock).addTo(pages);
      var invoker = new LateInvoker();
      var later = later(invoker);
      this.backends = closing.add(new Backends(account, settings, later));
      this.template = read(new Locations(backends.queues().endpoint(), addresses()));
      backends.create(template);
      this.functions = closing.add(newFunctions());
      invoker.open(functions);
      var sources =
          closing.add(new EventSources(account, settings, backends, template, invoker, later));
      new FunctionPages(functions, sources).addTo(pages);
      new MessagePages(backends.sns(), backends.outbox()).addTo(pages);
      new StartPage(running()).addTo(pages);
      new DemoPage(url(), site()).addTo(pages);
      new RequestsPage(backends.topics()).addTo(pages);
      new WebhookPages(new Receiver(clock)).addTo(pages);
      openGateways();
    } catch (IOException | RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  /**
   * Starts everything; functions start at their first call.
   *
   * @throws java.net.BindException if the port is taken
   * @throws ratings.local.template.TemplateException if the template is not understood
   */
  public static Stack start(Settings settings) throws IOException {
    return new Stack(settings);
  }

  /** Base URL of the template's first HTTP API. */
  public URI url() {
    return addresses().values().iterator().next();
  }

  /** Base URL of the template's last HTTP API, which has the pages for people. */
  public URI site() {
    return List.copyOf(addresses().values()).getLast();
  }

  /** Base URL of each HTTP API by logical id, in the template's order. */
  public Map<String, URI> addresses() {
    var addresses = new LinkedHashMap<String, URI>();
    entrances.forEach((id, entrance) -> addresses.put(id, entrance.address()));
    return addresses;
  }

  /** Variables that point an AWS SDK at this stack. */
  public Map<String, String> endpoints() {
    return backends.endpoints();
  }

  public Account account() {
    return account;
  }

  /** Issues tokens that the stack's authorizers accept. */
  public DevelopmentIssuer issuer() {
    return issuer;
  }

  public Functions functions() {
    return functions;
  }

  /** What the template declares; its ignored parts are named in it. */
  public Template template() {
    return template;
  }

  /** Where the stack's own pages are added. */
  public Pages pages() {
    return pages;
  }

  @Override
  public void close() {
    closing.close();
  }

  private Template read(Locations locations) {
    var declared = TemplateReader.parameters(settings.template());
    var values = new LinkedHashMap<>(settings.parameters());
    if (declared.contains(ISSUER_PARAMETER)) {
      values.putIfAbsent(ISSUER_PARAMETER, issuerUrl());
      values.putIfAbsent(AUDIENCE_PARAMETER, AUDIENCE);
    }
    if (declared.contains(ALERT_PARAMETER)) {
      values.putIfAbsent(ALERT_PARAMETER, "manager@example.com");
    }
    if (declared.contains(EVENTS_PARAMETER)) {
      values.putIfAbsent(EVENTS_PARAMETER, "true");
    }
    return TemplateReader.read(settings.template(), values, locations);
  }

  private String issuerUrl() {
    URI base = entrances.isEmpty() ? URI.create("http://127.0.0.1") : url();
    return base + Pages.ROOT + "issuer";
  }

  private void openEntrances(List<ApiResource> apis) throws IOException {
    for (var api : apis) {
      int port = settings.port() == 0 ? 0 : settings.port() + entrances.size();
      entrances.put(api.id(), closing.add(new Entrance(port, pages)));
    }
  }

  private Functions newFunctions() {
    return new Functions(
        template.functions(), settings.code(), account, backends.endpoints(), settings.lines());
  }

  private Running running() {
    return new Running(
        template, addresses(), site(), issuer, functions, backends.topics(), backends.outbox());
  }

  private void openGateways() {
    for (var api : template.apis()) {
      var gateway = new Gateway(api, account.id(), functions::invoke, Gateway.LIMIT, clock);
      entrances.get(api.id()).open(gateway);
    }
  }

  private AsynchronousInvoker later(LateInvoker invoker) {
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    closing.add(threads::shutdownNow);
    return new AsynchronousInvoker(invoker, threads, Pause.real(), settings.lines()::accept);
  }
}
