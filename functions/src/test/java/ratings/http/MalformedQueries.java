package ratings.http;

import java.util.List;
import java.util.random.RandomGenerator;

/** Bits of queries in any order, some of them right, some cut, doubled or turned into noise. */
public final class MalformedQueries {
  private static final int MOST_BITS = 12;
  private static final int NOISE_ONE_IN = 20;
  private static final String BITS =
      """
      userId rating recordedAt feedback conversationId cursor limit sort channel locked
      [ ] [in] %5Blte%5D [after] [exists] = == & && , ,, 1 -1 99999999999999999999 1e999
      &rating[in]= &scale[in]= &userId[in]= &recordedAt[before]= &limit= &followUp= &team[starts]=
      &askedAt[after]= &resolved= &cursor= 2026-11-21T09:30:00Z %2B999999999-01-01T00:00:00Z
      &from= 2026-11-01 &to=2026-11-30 &by=team &by= lineId teammateId survey 2026-02-30
      9999-12-31T23:59:59.999Z 0001-01-01T00:00:00-18:00 -recordedAt true % %0 %00 %20 + # ; ~ /
      %FF %ED%A0%80 %F0%9F%98%80 ü \uD800 __proto__ null
      """;
  private static final List<String> ALL = List.of(BITS.strip().split("\\s+", -1));

  private MalformedQueries() {}

  public static String next(RandomGenerator random) {
    var query = new StringBuilder();
    for (int i = random.nextInt(MOST_BITS); i >= 0; i--) {
      query.append(ALL.get(random.nextInt(ALL.size())));
      if (random.nextInt(NOISE_ONE_IN) == 0) {
        query.append((char) random.nextInt(Character.MAX_VALUE + 1));
      }
    }
    return query.toString();
  }
}
