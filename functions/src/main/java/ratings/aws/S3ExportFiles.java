package ratings.aws;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import ratings.domain.export.ExportFiles;
import ratings.domain.export.Format;
import ratings.domain.export.PartBuffer;
import ratings.domain.export.Upload;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/** Files of exports in S3, by multipart uploads. */
public final class S3ExportFiles implements ExportFiles {
  /** No second try of a part begins later: it has come or failed after twice that. */
  static final Duration TIME_OF_A_TRY = Duration.ofSeconds(10);

  private static final String BYTES = "application/octet-stream";

  private final S3Client s3;
  private final String bucket;
  private final Retries retries;

  public S3ExportFiles(S3Client s3, String bucket, Retries retries) {
    this.s3 = s3;
    this.bucket = bucket;
    this.retries = retries;
  }

  @Override
  public Upload begin(String key, Format format) {
    var begun =
        retries.call(
            () ->
                s3.createMultipartUpload(
                    create ->
                        create
                            .bucket(bucket)
                            .key(key)
                            .contentType(format.contentType())
                            .contentDisposition(
                                "attachment; filename=\"ratings." + format.code() + "\"")));
    return new Upload(key, begun.uploadId());
  }

  @Override
  public String put(Upload upload, int number, PartBuffer part) {
    var body = RequestBody.fromContentProvider(part::open, part.size(), BYTES);
    return retries
        .within(TIME_OF_A_TRY)
        .call(
            () ->
                s3.uploadPart(
                    put ->
                        put.bucket(bucket)
                            .key(upload.key())
                            .uploadId(upload.id())
                            .partNumber(number),
                    body))
        .eTag();
  }

  @Override
  public SortedMap<Integer, String> parts(Upload upload) {
    var parts = new TreeMap<Integer, String>();
    try {
      for (boolean more = true; more; ) {
        int last = parts.isEmpty() ? 0 : parts.lastKey();
        var page =
            retries.call(
                () ->
                    s3.listParts(
                        list ->
                            list.bucket(bucket)
                                .key(upload.key())
                                .uploadId(upload.id())
                                .partNumberMarker(last)));
        page.parts().forEach(part -> parts.put(part.partNumber(), part.eTag()));
        more = page.isTruncated() && !page.parts().isEmpty();
      }
      return parts;
    } catch (NoSuchUploadException gone) {
      return new TreeMap<>();
    }
  }

  @Override
  public String putAside(Upload upload, PartBuffer rest) {
    var body = RequestBody.fromContentProvider(rest::open, rest.size(), BYTES);
    return retries
        .within(TIME_OF_A_TRY)
        .call(() -> s3.putObject(put -> put.bucket(bucket).key(aside(upload)), body))
        .eTag();
  }

  @Override
  public boolean takeUp(Upload upload, String tag, PartBuffer part) {
    try {
      var rest =
          retries.call(() -> s3.getObjectAsBytes(get -> get.bucket(bucket).key(aside(upload))));
      boolean same = rest.response().eTag().equals(tag);
      if (same) {
        part.writeBytes(rest.asByteArrayUnsafe());
      }
      return same;
    } catch (NoSuchKeyException gone) {
      return false;
    }
  }

  /** An object beside the file, for an upload takes no part so small but as its last. */
  private static String aside(Upload upload) {
    return upload.key() + ".tail";
  }

  /** An upload that is gone was completed by a try of ours whose answer was lost, or else. */
  @Override
  public void complete(Upload upload, List<String> tags) {
    try {
      retries.call(
          () ->
              s3.completeMultipartUpload(
                  complete ->
                      complete
                          .bucket(bucket)
                          .key(upload.key())
                          .uploadId(upload.id())
                          .multipartUpload(whole -> whole.parts(parts(tags)))));
    } catch (NoSuchUploadException gone) {
      retries.call(() -> s3.headObject(head -> head.bucket(bucket).key(upload.key())));
    }
    delete(aside(upload));
  }

  private static List<CompletedPart> parts(List<String> tags) {
    return IntStream.range(0, tags.size())
        .mapToObj(i -> CompletedPart.builder().partNumber(i + 1).eTag(tags.get(i)).build())
        .toList();
  }

  @Override
  public void discard(Upload upload) {
    try {
      retries.call(
          () ->
              s3.abortMultipartUpload(
                  abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.id())));
    } catch (NoSuchUploadException gone) {
      // Then it was completed, or discarded before.
    }
    delete(aside(upload));
    delete(upload.key());
  }

  private void delete(String key) {
    retries.call(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
  }
}
