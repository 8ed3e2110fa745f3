package ratings.aws;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import ratings.aws.SignedRequests.Answer;
import ratings.aws.SignedRequests.Body;
import ratings.domain.export.ExportFiles;
import ratings.domain.export.Format;
import ratings.domain.export.PartBuffer;
import ratings.domain.export.Upload;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Files of exports in S3, by multipart uploads. */
public final class S3ExportFiles implements ExportFiles {
  private static final int NOT_FOUND = 404;

  private final SignedRequests requests;
  private final URI bucket;
  private final Retries retries;

  /**
   * Over requests signed for S3.
   *
   * @param bucket where it answers, be it a host of its own or a path
   */
  S3ExportFiles(SignedRequests requests, URI bucket, Retries retries) {
    this.requests = requests;
    this.bucket = bucket;
    this.retries = retries;
  }

  @Override
  public Upload begin(String key, Format format) {
    var request =
        request(SdkHttpMethod.POST, key)
            .appendRawQueryParameter("uploads", "")
            .putHeader("Content-Type", format.contentType())
            .putHeader(
                "Content-Disposition", "attachment; filename=\"ratings." + format.code() + "\"");
    var answer = send(request, Body.NONE).expected();
    return new Upload(key, XmlLeaves.of(answer.body()).text("UploadId"));
  }

  @Override
  public String put(Upload upload, int number, PartBuffer part) {
    var request =
        ofUpload(SdkHttpMethod.PUT, upload)
            .appendRawQueryParameter("partNumber", Integer.toString(number));
    return send(request, new Body(part.size(), part::open)).expected().headers().get("etag");
  }

  @Override
  public SortedMap<Integer, String> parts(Upload upload) {
    var parts = new TreeMap<Integer, String>();
    boolean more = true;
    while (more) {
      var request =
          ofUpload(SdkHttpMethod.GET, upload)
              .appendRawQueryParameter(
                  "part-number-marker", Integer.toString(parts.isEmpty() ? 0 : parts.lastKey()));
      var answer = send(request, Body.NONE);
      if (answer.status() == NOT_FOUND) {
        return new TreeMap<>();
      }
      var leaves = XmlLeaves.of(answer.expected().body());
      var numbers = leaves.texts("PartNumber");
      var tags = leaves.texts("ETag");
      for (int i = 0; i < numbers.size(); i++) {
        parts.put(Integer.valueOf(numbers.get(i)), tags.get(i));
      }
      more = !numbers.isEmpty() && leaves.texts("IsTruncated").contains("true");
    }
    return parts;
  }

  /** An upload that is gone was completed by a try of ours whose answer was lost, or else. */
  @Override
  public void complete(Upload upload, List<String> tags) {
    var body = new StringBuilder("<CompleteMultipartUpload>");
    for (int i = 0; i < tags.size(); i++) {
      body.append("<Part><PartNumber>").append(i + 1).append("</PartNumber><ETag>");
      body.append(tags.get(i)).append("</ETag></Part>");
    }
    body.append("</CompleteMultipartUpload>");
    var answer =
        retries.call(
            () ->
                whole(
                    requests.send(
                        ofUpload(SdkHttpMethod.POST, upload)
                            .putHeader("Content-Type", "application/xml")
                            .build(),
                        Body.of(body.toString()))));
    if (answer.status() == NOT_FOUND) {
      send(request(SdkHttpMethod.HEAD, upload.key()), Body.NONE).expected();
      return;
    }
    answer.expected();
  }

  /** S3 begins to answer 200 before it knows. */
  private static Answer whole(Answer answer) {
    if (answer.isSuccess() && answer.body().contains("<Error>")) {
      throw AwsServiceException.builder().statusCode(500).message("not completed").build();
    }
    return answer;
  }

  @Override
  public void discard(Upload upload) {
    for (var request :
        List.of(
            ofUpload(SdkHttpMethod.DELETE, upload), request(SdkHttpMethod.DELETE, upload.key()))) {
      var answer = send(request, Body.NONE);
      if (answer.status() != NOT_FOUND) {
        answer.expected();
      }
    }
  }

  @Override
  public Link link(String key, Instant now, Duration life) {
    var link =
        requests.presigned(
            request(SdkHttpMethod.GET, key).build(), Clock.fixed(now, ZoneOffset.UTC), life);
    return new Link(link.getUri(), now.plus(life));
  }

  private Answer send(SdkHttpRequest.Builder request, Body body) {
    return retries.call(() -> requests.send(request.build(), body));
  }

  private SdkHttpRequest.Builder ofUpload(SdkHttpMethod method, Upload upload) {
    return request(method, upload.key()).appendRawQueryParameter("uploadId", upload.id());
  }

  private SdkHttpRequest.Builder request(SdkHttpMethod method, String key) {
    return SdkHttpRequest.builder().method(method).uri(URI.create(bucket + "/" + key));
  }
}
