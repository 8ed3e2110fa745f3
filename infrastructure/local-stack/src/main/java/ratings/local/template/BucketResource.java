package ratings.local.template;

/** An {@code AWS::S3::Bucket}. */
public record BucketResource(String id, String name) {}
