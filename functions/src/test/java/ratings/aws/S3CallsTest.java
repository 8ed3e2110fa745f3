package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratings.domain.export.PartBuffer;
import ratings.domain.export.Superseded;
import ratings.domain.export.Upload;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** What no server at hand shows: many parts, an upload that is gone, how long a call may take. */
class S3CallsTest {
  private static final String GONE = "gone";
  private static final Upload UPLOAD = new Upload("e1/1.csv", "u");

  private final Pages s3 = new Pages(new ArrayList<>());
  private final S3ExportFiles files =
      new S3ExportFiles(s3, "exports", new Retries(1, Duration.ofMillis(1), pause -> {}));

  @Test
  void p10PartsOfAllPagesAreFound() {
    assertThat(files.parts(UPLOAD)).contains(new TreeMap<>(Map.of(1, "t1", 2, "t2", 3, "t3")));
  }

  @Test
  void p10AnUploadThatIsGoneIsNotOneWithoutParts() {
    var upload = new Upload("e1/1.csv", GONE);

    assertThat(files.parts(upload)).isEmpty();
    assertThatThrownBy(() -> files.put(upload, 1, new PartBuffer(1)))
        .isInstanceOf(Superseded.class);
  }

  @Test
  void p10PuttingAFileTogetherMayTakeAllTheTimeThereIs() {
    files.complete(UPLOAD, List.of("t1"), Duration.ofSeconds(200));
    files.complete(UPLOAD, List.of("t1"), Duration.ofSeconds(-1));

    assertThat(s3.times()).containsExactly(Duration.ofSeconds(200), S3ExportFiles.TIME_OF_A_TRY);
  }

  /** Three parts in pages of two, but of one upload none. */
  private record Pages(List<Duration> times) implements S3Client {
    @Override
    public ListPartsResponse listParts(ListPartsRequest request) {
      if (request.uploadId().equals(GONE)) {
        throw NoSuchUploadException.builder().statusCode(404).build();
      }
      int last = request.partNumberMarker();
      var parts = IntStream.rangeClosed(last + 1, Math.min(last + 2, 3)).mapToObj(Pages::part);
      return ListPartsResponse.builder().parts(parts.toList()).isTruncated(last == 0).build();
    }

    @Override
    public UploadPartResponse uploadPart(UploadPartRequest request, RequestBody body) {
      throw NoSuchUploadException.builder().statusCode(404).build();
    }

    private static Part part(int number) {
      return Part.builder().partNumber(number).eTag("t" + number).build();
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
        CompleteMultipartUploadRequest request) {
      request.overrideConfiguration().flatMap(it -> it.apiCallTimeout()).ifPresent(times::add);
      return CompleteMultipartUploadResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "s3";
    }

    @Override
    public void close() {}
  }
}
