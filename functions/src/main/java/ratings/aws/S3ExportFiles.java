package ratings.aws;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import ratings.domain.export.ExportFiles;
import ratings.domain.export.Format;
import ratings.domain.export.PartBuffer;
import ratings.domain.export.Rest;
import ratings.domain.export.Superseded;
import ratings.domain.export.Upload;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

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
    try {
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
    } catch (NoSuchUploadException gone) {
      throw new Superseded("the upload is gone", gone);
    }
  }

  @Override
  public Optional<SortedMap<Integer, String>> parts(Upload upload) {
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
      return Optional.of(parts);
    } catch (NoSuchUploadException gone) {
      return Optional.empty();
    }
  }

  /** An object beside the file, for an upload takes no part so small but as its last. */
  @Override
  public Rest putAside(Upload upload, int attempt, PartBuffer rest) {
    var key = upload.key() + "." + attempt + ".tail";
    var body = RequestBody.fromContentProvider(rest::open, rest.size(), BYTES);
    var put =
        retries
            .within(TIME_OF_A_TRY)
            .call(() -> s3.putObject(object -> object.bucket(bucket).key(key), body));
    return new Rest(key, put.eTag());
  }

  @Override
  public boolean takeUp(Rest rest, PartBuffer part) {
    try {
      var found =
          retries.call(() -> s3.getObjectAsBytes(get -> get.bucket(bucket).key(rest.key())));
      boolean same = found.response().eTag().equals(rest.tag());
      if (same) {
        part.writeBytes(found.asByteArrayUnsafe());
      }
      return same;
    } catch (NoSuchKeyException gone) {
      return false;
    }
  }

  @Override
  public void forget(Rest rest) {
    delete(rest.key());
  }

  @Override
  public void forgetRests(Upload upload) {
    var prefix = upload.key() + ".";
    retries
        .call(() -> s3.listObjectsV2(list -> list.bucket(bucket).prefix(prefix)))
        .contents()
        .forEach(rest -> delete(rest.key()));
  }

  /** An upload that is gone was completed by a try of ours whose answer was lost, or else. */
  @Override
  public void complete(Upload upload, List<String> tags, Duration patience) {
    var request =
        CompleteMultipartUploadRequest.builder()
            .bucket(bucket)
            .key(upload.key())
            .uploadId(upload.id())
            .multipartUpload(whole -> whole.parts(parts(tags)))
            .overrideConfiguration(call -> call.apiCallTimeout(atLeastATry(patience)))
            .build();
    try {
      retries.within(patience).call(() -> s3.completeMultipartUpload(request));
    } catch (NoSuchUploadException gone) {
      if (!isComplete(upload)) {
        throw new Superseded("the upload is gone", gone);
      }
    } catch (S3Exception refused) {
      throw isOfAnotherPart(refused) ? new Superseded("a part is another one", refused) : refused;
    }
  }

  private static Duration atLeastATry(Duration patience) {
    return patience.compareTo(TIME_OF_A_TRY) < 0 ? TIME_OF_A_TRY : patience;
  }

  private static boolean isOfAnotherPart(S3Exception refused) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .filter(details -> details.errorCode().equals("InvalidPart"))
        .isPresent();
  }

  private static List<CompletedPart> parts(List<String> tags) {
    return IntStream.range(0, tags.size())
        .mapToObj(i -> CompletedPart.builder().partNumber(i + 1).eTag(tags.get(i)).build())
        .toList();
  }

  @Override
  public boolean isComplete(Upload upload) {
    try {
      retries.call(() -> s3.headObject(head -> head.bucket(bucket).key(upload.key())));
      return true;
    } catch (NoSuchKeyException notThere) {
      return false;
    }
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
    forgetRests(upload);
    delete(upload.key());
  }

  private void delete(String key) {
    retries.call(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
  }
}
