package ratings.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ratings.local.template.Deployed.Resource;

/** What keeps data from being lost, and from being seen. */
record StorageRules(Deployed template) {
  private static final List<String> BLOCKS =
      List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");

  Stream<String> flaws() {
    return Stream.of(
            template.resources("AWS::DynamoDB::Table").stream().flatMap(StorageRules::table),
            template.resources("AWS::S3::Bucket").stream().flatMap(StorageRules::bucket),
            template.resources("AWS::SQS::Queue").stream()
                .filter(it -> !it.says("SqsManagedSseEnabled", true))
                .map(it -> it.id() + " is not encrypted"))
        .flatMap(it -> it);
  }

  private static Stream<String> table(Resource table) {
    var flaws = new ArrayList<String>();
    if (!table.says("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", true)) {
      flaws.add("cannot be restored");
    }
    if (!table.says("DeletionProtectionEnabled", new Intrinsic("Ref", "DeletionProtection"))) {
      flaws.add("is not protected from deletion");
    }
    if (!outlivesTheStack(table)) {
      flaws.add("goes with the stack");
    }
    return flaws.stream().map(flaw -> table.id() + " " + flaw);
  }

  private static Stream<String> bucket(Resource bucket) {
    var flaws = new ArrayList<String>();
    if (!BLOCKS.stream()
        .allMatch(block -> bucket.says("PublicAccessBlockConfiguration." + block, true))) {
      flaws.add("may be opened to the public");
    }
    if (bucket.property("BucketEncryption").isEmpty()) {
      flaws.add("is not encrypted");
    }
    if (!outlivesTheStack(bucket)) {
      flaws.add("goes with the stack");
    }
    return flaws.stream().map(flaw -> bucket.id() + " " + flaw);
  }

  private static boolean outlivesTheStack(Resource resource) {
    return Stream.of("DeletionPolicy", "UpdateReplacePolicy")
        .allMatch(policy -> "Retain".equals(resource.tree().get(policy)));
  }
}
