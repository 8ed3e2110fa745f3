package ratings.domain.rating.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;
import ratings.domain.rating.Source;
import ratings.domain.score.Scale;

class RatingFilterTest {
  /** Everything said, by one; nothing that can be left out, by the other. */
  private static final List<ListedRating> ROWS =
      List.of(
          ARating.of("c1")
              .message("m1")
              .score(2)
              .feedback("Sehr langsam, die STRASSE weiß es; ΣΟΦΟΣΑ")
              .resolved(false)
              .reasons("slow", "rude")
              .survey("CSAT 2026")
              .user("u1", "Ada Łovelace")
              .line("shop")
              .bot("b1")
              .teammate("t1", "Bo Ek", "Customer Success")
              .language("de")
              .source(Source.PAGE)
              .asked(Instant.parse("2026-11-21T09:29:00Z"))
              .recorded(Instant.parse("2026-11-21T09:30:00Z"))
              .followUp(FollowUp.State.OPEN)
              .row(),
          ARating.of("c2")
              .score(10)
              .on(Scale.NPS)
              .channel("telegram")
              .recorded(Instant.parse("2026-11-22T00:00:00.001Z"))
              .row());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "userId=u1|c1",
        "userId[eq]=u2|",
        "userId[ne]=u1|c2",
        "userId[in]=u0,u1|c1",
        "userId[exists]=true|c1",
        "userId[exists]=false|c2",
        "userName=Ada Łovelace|c1",
        "userName=ada łovelace|",
        "userName[ne]=Ada Łovelace|c2",
        "userName[contains]=A łOVE|c1",
        "userName[starts]=aDA|c1",
        "userName[starts]=łove|",
        "userName[exists]=true|c1",
        "channel=website|c1",
        "channel[ne]=website|c2",
        "channel[in]=telegram,email|c2",
        "widgetId=shop|c1",
        "widgetId=support|",
        "widgetId[ne]=shop|c2",
        "widgetId[in]=shop|c1",
        "widgetId[exists]=false|c2",
        "lineId=support|c2",
        "lineId[ne]=support|c1",
        "lineId[in]=support,shop|c1 c2",
        "botId=b1|c1",
        "botId[ne]=b1|c2",
        "botId[in]=b1,b2|c1",
        "botId[exists]=true|c1",
        "teammateId=t1|c1",
        "teammateId[ne]=t1|c2",
        "teammateId[in]=t1,t2|c1",
        "teammateName=Bo Ek|c1",
        "teammateName[contains]=o e|c1",
        "teammateName[starts]=bo|c1",
        "team=Customer Success|c1",
        "team[in]=Customer Success,north|c1",
        "team[contains]=SUCC|c1",
        "team[starts]=success|",
        "team[exists]=false|c2",
        "rating=2|c1",
        "rating=10|c2",
        "rating[ne]=2|c2",
        "rating[in]=1,2,3|c1",
        "rating[lt]=2|",
        "rating[lt]=3|c1",
        "rating[lte]=2|c1",
        "rating[gt]=2|c2",
        "rating[gt]=9|c2",
        "rating[gte]=10|c2",
        "rating[gte]=2|c1 c2",
        "rating[gte]=02|c1 c2",
        "scale=nps|c2",
        "scale[ne]=nps|c1",
        "scale[in]=nps,stars5|c1 c2",
        "survey=CSAT 2026|c1",
        "survey[starts]=csat|c1",
        "survey[exists]=false|c2",
        "feedback[contains]=LANGSAM|c1",
        "feedback[contains]=straße WEISS|c1",
        "feedback[contains]=σοφος|c1",
        "feedback[contains]=schnell|",
        "feedback[starts]=sehr l|c1",
        "feedback[exists]=true|c1",
        "feedback[exists]=false|c2",
        "feedback[ne]=x|c1 c2",
        "resolved=false|c1",
        "resolved=true|",
        "resolved[ne]=false|c2",
        "resolved[exists]=true|c1",
        "reason=rude|c1",
        "reason[ne]=rude|c2",
        "reason[in]=slow,x|c1",
        "reason[exists]=false|c2",
        "source=page|c1",
        "source[ne]=page|c2",
        "source[in]=widget,api|c2",
        "recordedAt[before]=2026-11-22T00:00:00.001Z|c1",
        "recordedAt[before]=2026-11-22T00:00:00.002Z|c1 c2",
        "recordedAt[after]=2026-11-21T09:30:00.000Z|c2",
        "recordedAt[after]=2026-11-21T10:29:59.999+01:00|c1 c2",
        "recordedAt=2026-11-21T04:30:00-05:00|c1",
        "askedAt[before]=2026-11-21T09:30:00Z|c1",
        "askedAt[after]=2026-11-21T09:29:00Z|",
        "askedAt[after]=2026-11-21T09:28:00Z|c1",
        "askedAt[exists]=false|c2",
        "conversationId=c2|c2",
        "conversationId[ne]=c2|c1",
        "conversationId[in]=c2,c1,c9|c1 c2",
        "messageId=m1|c1",
        "messageId[in]=m1,m2|c1",
        "messageId[exists]=false|c2",
        "locked=true|c1",
        "locked=false|c2",
        "locked[ne]=true|c2",
        "followUp=open|c1",
        "followUp=done|",
        "followUp[ne]=open|c2",
        "followUp[exists]=false|c2",
        "language=de|c1",
        "language[in]=en,de|c1",
        "language[ne]=de|c2",
        "userId=%20|c1 c2",
        "feedback[contains]=|c1 c2",
      })
  void everyColumnIsFilteredByItsOperators_R59_R60(String parameter, String ids) {
    assertThat(found(parameter.replace("%20", " "))).isEqualTo(ids == null ? "" : ids);
  }

  @Test
  void aWidgetIsFoundOnAWebsiteOnly_R64() {
    assertThat(found("widgetId=support")).isEmpty();
    assertThat(found("lineId=support")).isEqualTo("c2");
  }

  @Test
  void conditionsOnOneFieldAndOnSeveralAllHold_R60() {
    assertThat(found("rating[gte]=2", "rating[lt]=10", "channel=website")).isEqualTo("c1");
    assertThat(found("rating[gte]=2", "rating[lt]=10", "channel=telegram")).isEmpty();
    assertThat(found("userId[in]=u1,u2", "userId[ne]=u1")).isEmpty();
  }

  @Test
  void accentsMatchHoweverTheyAreEncoded() {
    assertThat(
            filter("userName[contains]=E\u0301TE\u0301")
                .matches(ARating.of("c").user("u", "un été").row()))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour=red",
        "rating[contains]=4",
        "rating[is]=4",
        "rating[]=4",
        "rating[lte=4",
        "rating[LTE]=4",
        "[lte]=4",
        "=4",
        "userId[gt]=a",
        "feedback[in]=a,b",
        "userName[lt]=a",
        "resolved[in]=true",
        "recordedAt[lt]=2026-11-21T09:30:00Z",
        "rating=2.5",
        "rating=11",
        "rating=-1",
        "rating=four",
        "rating=1e0",
        "rating=٣",
        "rating[in]=1,,2",
        "scale=stars",
        "scale=STARS5",
        "source=phone",
        "resolved=yes",
        "locked=1",
        "followUp=closed",
        "feedback[exists]=maybe",
        "recordedAt[before]=yesterday",
        "recordedAt[before]=2026-11-21",
        "recordedAt[after]=2026-11-21T09:30:00",
        "askedAt[after]=+12026-11-21T09:30:00Z",
        "userId=a b",
        "conversationId[in]=a,b c",
        "feedback[contains]=a\u0000b",
        "id=c1",
        "chatHistoryUrl=x",
      })
  void whatIsNoFieldNoOperatorOrNoValueIsAViolation(String parameter) {
    var name = parameter.substring(0, parameter.indexOf('='));
    assertThat(violations(parameter)).extracting(Violation::pointer).containsExactly("/" + name);
  }

  @Test
  void everyViolationIsFoundNotOnlyTheFirst() {
    assertThat(violations("rating[lte]=x", "colour=red", "userId=u1", "a/b~c=1", "team[gt]=a"))
        .extracting(Violation::pointer)
        .containsExactly("/rating[lte]", "/colour", "/a~1b~0c", "/team[gt]");
  }

  @Test
  void theSameOperatorOfAFieldIsTakenOnce() {
    assertThat(violations("userId=a", "userId=b")).hasSize(1);
    assertThat(violations("userId=a", "userId[eq]=a")).hasSize(1);
    assertThat(violations("rating[in]=1", "rating[in]=2", "rating[in]=3")).hasSize(2);
  }

  @Test
  void aListOfValuesEndsSomewhere() {
    assertThat(violations("userId[in]=" + "a,".repeat(100) + "a")).hasSize(1);
    assertThat(violations("userId[in]=" + "a,".repeat(99) + "a")).isEmpty();
  }

  @Test
  void theSameFilterHasOneCanonicalForm() {
    assertThat(
            filter(
                    "rating[in]=2,1,2",
                    "recordedAt[after]=2026-11-21T10:00:00+01:00",
                    "feedback[contains]=SLOW",
                    "userId=u1")
                .canonical())
        .isEqualTo(
            filter(
                    "userId[eq]=u1",
                    "feedback[contains]=slow",
                    "recordedAt[after]=2026-11-21T09:00:00.000Z",
                    "rating[in]=01,2")
                .canonical());
    assertThat(filter("userId=u1").canonical()).isNotEqualTo(filter("botId=u1").canonical());
    assertThat(filter("team=a,b").canonical()).isNotEqualTo(filter("team[in]=a,b").canonical());
  }

  @Test
  void theFilterSaysWhereToLook() {
    var filter =
        filter(
            "userId[in]=c,a,b",
            "userId[ne]=a",
            "conversationId=x",
            "recordedAt[after]=2026-11-21T09:30:00Z",
            "recordedAt[before]=2026-11-22T09:30:00Z");
    assertThat(filter.users())
        .hasValueSatisfying(u -> assertThat(u).containsExactly("a", "b", "c"));
    assertThat(filter.conversations()).hasValueSatisfying(c -> assertThat(c).containsExactly("x"));
    assertThat(filter.teammates()).isEmpty();
    assertThat(filter.recorded())
        .isEqualTo(
            new TimeRange(
                Instant.parse("2026-11-21T09:30:00.001Z"),
                Instant.parse("2026-11-22T09:29:59.999Z")));
    assertThat(filter("userId=a", "userId[in]=b,c").users())
        .hasValueSatisfying(u -> assertThat(u).isEmpty());
    assertThat(filter("recordedAt[after]=9999-12-31T23:59:59.999Z").recorded().isEmpty()).isTrue();
    assertThat(filter("recordedAt[before]=0001-01-01T00:00:00Z").recorded().isEmpty()).isTrue();
  }

  private static String found(String... parameters) {
    var filter = filter(parameters);
    return ROWS.stream()
        .filter(filter::matches)
        .map(ListedRating::id)
        .collect(Collectors.joining(" "));
  }

  private static RatingFilter filter(String... parameters) {
    return ((Reading.Valid<RatingFilter>) read(parameters)).value();
  }

  private static List<Violation> violations(String... parameters) {
    return switch (read(parameters)) {
      case Reading.Valid<RatingFilter> valid -> List.of();
      case Reading.Invalid<RatingFilter>(var violations) -> violations;
    };
  }

  private static Reading<RatingFilter> read(String... parameters) {
    return RatingFilter.read(Arrays.stream(parameters).map(RatingFilterTest::entry).toList());
  }

  private static Map.Entry<String, String> entry(String parameter) {
    int equals = parameter.indexOf('=');
    return Map.entry(parameter.substring(0, equals), parameter.substring(equals + 1));
  }
}
