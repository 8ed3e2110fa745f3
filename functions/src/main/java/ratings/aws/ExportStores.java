package ratings.aws;

import ratings.domain.export.ExportFiles;
import ratings.domain.export.ExportLinks;
import ratings.domain.export.ExportQueue;

/** This deployment's bucket and queue of exports. */
public final class ExportStores {
  private final Environment environment;
  private final Retries retries;

  public ExportStores(Environment environment, Retries retries) {
    this.environment = environment;
    this.retries = retries;
  }

  public ExportFiles files() {
    return new S3ExportFiles(
        Clients.s3(isPathStyle(), S3ExportFiles.TIME_OF_A_TRY),
        environment.exportBucket(),
        retries);
  }

  public ExportLinks links() {
    return new S3ExportLinks(Clients.presigner(isPathStyle()), environment.exportBucket());
  }

  public ExportQueue queue() {
    return new SqsExportQueue(Clients.sqs(), environment.exportQueue(), retries);
  }

  private boolean isPathStyle() {
    return environment.s3Endpoint().isPresent();
  }
}
