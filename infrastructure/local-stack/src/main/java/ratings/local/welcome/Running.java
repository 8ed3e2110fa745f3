package ratings.local.welcome;

import java.net.URI;
import java.util.Map;
import ratings.local.http.DevelopmentIssuer;
import ratings.local.lambda.Functions;
import ratings.local.template.Template;
import ratings.local.topics.Outbox;
import ratings.local.topics.Topics;

/**
 * What the start page shows.
 *
 * @param addresses of the HTTP APIs, by logical id
 * @param site the one of them that has the pages for people
 */
public record Running(
    Template template,
    Map<String, URI> addresses,
    URI site,
    DevelopmentIssuer issuer,
    Functions functions,
    Topics topics,
    Outbox outbox) {}
