package ratings.aws;

import static ratings.aws.Attributes.instant;
import static ratings.aws.Attributes.number;
import static ratings.aws.Attributes.string;
import static ratings.aws.Attributes.text;
import static ratings.aws.Attributes.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Timestamp;
import ratings.domain.export.Checkpoint;
import ratings.domain.export.Export;
import ratings.domain.export.ExportIds;
import ratings.domain.export.ExtraColumn;
import ratings.domain.export.Format;
import ratings.domain.export.Lease;
import ratings.domain.export.Losses;
import ratings.domain.export.Order;
import ratings.domain.export.Progress;
import ratings.domain.export.Rest;
import ratings.domain.export.State;
import ratings.domain.export.Upload;
import ratings.domain.rating.list.Position;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of an export: {@code w#<ws>#EXPORT}, {@code <time>#<id>}. */
final class ExportItem {
  static final String VERSION = "version";

  private static final String WORKSPACE = "workspace";
  private static final String ID = "id";
  private static final String CREATED_AT = "createdAt";
  private static final String FILTER = "filter";
  private static final String OFFSET = "offset";
  private static final String COLUMNS = "columns";
  private static final String FORMAT = "format";
  private static final String BY = "by";
  private static final String ATTEMPT = "attempt";
  private static final String LOSSES = "losses";
  private static final String COUNT = "count";
  private static final String FURTHEST = "furthest";
  private static final String STATE = "state";
  private static final String PROGRESS = "progress";
  private static final String ROWS = "rows";
  private static final String BYTES = "bytes";
  private static final String PERCENT = "percent";
  private static final String LEASE = "lease";
  private static final String HOLDER = "holder";
  private static final String UNTIL = "until";
  private static final String UPLOAD = "upload";
  private static final String KEY = "key";
  private static final String CHECKPOINT = "checkpoint";
  private static final String PARTS = "parts";
  private static final String TAG = "tag";
  private static final String TAGS = "tags";
  private static final String REST = "rest";
  private static final String FROM = "from";
  private static final String ENDED_AT = "endedAt";
  private static final String REASON = "reason";
  private static final String EXPIRES_AT = "expiresAt";

  private ExportItem() {}

  static AttributeValue partition(String workspace) {
    return text(Keys.exports(workspace));
  }

  /** The key of an export, or nothing for what is no id of one. */
  static Optional<Map<String, AttributeValue>> key(String workspace, String id) {
    return ExportIds.createdAt(id).map(createdAt -> key(workspace, id, createdAt));
  }

  private static Map<String, AttributeValue> key(String workspace, String id, Instant createdAt) {
    return Map.of(
        RatingItem.PK, partition(workspace),
        RatingItem.SK, text(Timestamp.format(createdAt) + "#" + id));
  }

  static Map<String, AttributeValue> item(Export export) {
    var item = new HashMap<>(key(export.workspace(), export.id(), export.createdAt()));
    item.put(WORKSPACE, text(export.workspace()));
    item.put(ID, text(export.id()));
    item.put(CREATED_AT, time(export.createdAt()));
    item.put(EXPIRES_AT, number(export.createdAt().plus(Export.KEPT).getEpochSecond()));
    item.put(VERSION, number(export.version()));
    item.put(ATTEMPT, number(export.attempt()));
    item.put(LOSSES, losses(export.losses()));
    item.put(STATE, text(export.state().code()));
    item.put(PROGRESS, AttributeValue.fromM(progress(export.progress())));
    export.lease().ifPresent(lease -> item.put(LEASE, lease(lease)));
    export.upload().ifPresent(upload -> item.put(UPLOAD, upload(upload)));
    export.checkpoint().ifPresent(checkpoint -> item.put(CHECKPOINT, checkpoint(checkpoint)));
    export.dueAt().ifPresent(at -> putDue(item, at));
    export.endedAt().ifPresent(at -> item.put(ENDED_AT, time(at)));
    export.reason().ifPresent(reason -> item.put(REASON, text(reason)));
    putOrder(item, export.order());
    return item;
  }

  static Export of(Map<String, AttributeValue> item) {
    return new Export(
        string(item, WORKSPACE).orElseThrow(),
        string(item, ID).orElseThrow(),
        order(item),
        instant(item, CREATED_AT).orElseThrow(),
        whole(item, VERSION),
        Math.toIntExact(whole(item, ATTEMPT)),
        losses(item.get(LOSSES).m()),
        State.of(string(item, STATE).orElseThrow()),
        progress(item.get(PROGRESS).m()),
        inner(item, LEASE)
            .map(
                it ->
                    new Lease(string(it, HOLDER).orElseThrow(), instant(it, UNTIL).orElseThrow())),
        inner(item, UPLOAD)
            .map(it -> new Upload(string(it, KEY).orElseThrow(), string(it, ID).orElseThrow())),
        inner(item, CHECKPOINT)
            .map(
                it ->
                    new Checkpoint(
                        Math.toIntExact(whole(it, PARTS)),
                        string(it, TAGS).orElse(""),
                        inner(it, REST).map(ExportItem::rest),
                        new Position(string(it, FROM).orElseThrow()),
                        progress(it))),
        string(item, RatingItem.DUE_SK).map(ExportItem::begin),
        instant(item, ENDED_AT),
        string(item, REASON));
  }

  /** When the export of a key was created: the index of what is due knows no more than keys. */
  static Instant createdAt(Map<String, AttributeValue> key) {
    return begin(key.get(RatingItem.SK).s());
  }

  private static void putDue(Map<String, AttributeValue> item, Instant at) {
    item.put(RatingItem.DUE_PK, text(Keys.dueExports()));
    item.put(RatingItem.DUE_SK, text(RatingItem.dueSort(at)));
  }

  /** The time that a sort key begins with. */
  private static Instant begin(String sort) {
    return Timestamp.parse(sort.substring(0, sort.indexOf('#'))).orElseThrow();
  }

  private static void putOrder(Map<String, AttributeValue> item, Order order) {
    var filter = new HashMap<String, AttributeValue>();
    order.filter().forEach((name, value) -> filter.put(name, text(value)));
    item.put(FILTER, AttributeValue.fromM(filter));
    item.put(OFFSET, text(order.offset().getId()));
    item.put(COLUMNS, Attributes.list(order.columns().stream().map(ExtraColumn::code).toList()));
    item.put(FORMAT, text(order.format().code()));
    item.put(BY, text(order.by()));
  }

  private static Order order(Map<String, AttributeValue> item) {
    var filter = new HashMap<String, String>();
    item.get(FILTER).m().forEach((name, value) -> filter.put(name, value.s()));
    var columns = item.get(COLUMNS).l().stream().map(AttributeValue::s).toList();
    var format = string(item, FORMAT).orElseThrow();
    return new Order(
        filter,
        ZoneOffset.of(string(item, OFFSET).orElseThrow()),
        Arrays.stream(ExtraColumn.values()).filter(it -> columns.contains(it.code())).toList(),
        Arrays.stream(Format.values())
            .filter(it -> it.code().equals(format))
            .findFirst()
            .orElseThrow(),
        string(item, BY).orElseThrow());
  }

  private static Map<String, AttributeValue> progress(Progress progress) {
    return Map.of(
        ROWS, number(progress.rows()),
        BYTES, number(progress.bytes()),
        PERCENT, number(progress.percent()));
  }

  private static Progress progress(Map<String, AttributeValue> map) {
    return new Progress(whole(map, ROWS), whole(map, BYTES), Math.toIntExact(whole(map, PERCENT)));
  }

  private static AttributeValue lease(Lease lease) {
    return AttributeValue.fromM(Map.of(HOLDER, text(lease.holder()), UNTIL, time(lease.until())));
  }

  private static AttributeValue upload(Upload upload) {
    return AttributeValue.fromM(Map.of(KEY, text(upload.key()), ID, text(upload.id())));
  }

  private static AttributeValue checkpoint(Checkpoint checkpoint) {
    var map = new HashMap<>(progress(checkpoint.progress()));
    map.put(PARTS, number(checkpoint.parts()));
    map.put(TAGS, text(checkpoint.tags()));
    checkpoint.rest().ifPresent(rest -> map.put(REST, rest(rest)));
    map.put(FROM, text(checkpoint.from().text()));
    return AttributeValue.fromM(map);
  }

  private static AttributeValue rest(Rest rest) {
    return AttributeValue.fromM(Map.of(KEY, text(rest.key()), TAG, text(rest.tag())));
  }

  private static Rest rest(Map<String, AttributeValue> map) {
    return new Rest(string(map, KEY).orElseThrow(), string(map, TAG).orElseThrow());
  }

  private static AttributeValue losses(Losses losses) {
    var map = new HashMap<String, AttributeValue>();
    map.put(COUNT, number(losses.count()));
    losses.furthest().ifPresent(furthest -> map.put(FURTHEST, text(furthest.text())));
    return AttributeValue.fromM(map);
  }

  private static Losses losses(Map<String, AttributeValue> map) {
    return new Losses(Math.toIntExact(whole(map, COUNT)), string(map, FURTHEST).map(Position::new));
  }

  private static Optional<Map<String, AttributeValue>> inner(
      Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::m);
  }

  private static long whole(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }
}
