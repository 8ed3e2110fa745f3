package ratings.local.queues;

/** A queue that is ready, under the names that functions and mappings need. */
public record CreatedQueue(String name, String url, String arn) {}
