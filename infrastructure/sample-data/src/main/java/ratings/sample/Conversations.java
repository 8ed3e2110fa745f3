package ratings.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import ratings.sample.Conversation.Step;
import ratings.sample.Phrases.Hostile;
import ratings.sample.SampleWorkspace.Person;

/**
 * Makes up a workspace's conversations. Each day is drawn from a seed of its own, so that it is the
 * same whenever it is made up.
 */
final class Conversations {
  private static final double TALKS_TO_BOT = 0.7;
  private static final double HAS_USER = 0.82;
  private static final double HAS_NAME = 0.9;
  private static final double ASKED_APART = 0.8;
  private static final int DAYS_PER_HOSTILE = 2;

  private final SampleWorkspace workspace;
  private final Phrases phrases;
  private final Rhythm rhythm;
  private final Answers answers;
  private final List<Person> people;
  private final int[] shares;

  Conversations(SampleWorkspace workspace, Phrases phrases) {
    this.workspace = workspace;
    this.phrases = phrases;
    this.rhythm = new Rhythm(workspace.conversationsADay(), workspace.timeZone());
    this.answers = new Answers(phrases);
    this.people = workspace.people();
    this.shares = workspace.lines().stream().mapToInt(SampleLine::share).toArray();
  }

  /** A day's conversations. */
  List<Conversation> of(LocalDate day, int daysAgo) {
    var random = new Random(workspace.id().hashCode() * 31L + day.toEpochDay());
    var conversations = new ArrayList<Conversation>();
    for (var end : rhythm.of(day, random)) {
      var line = workspace.lines().get(Weighted.pick(shares, random));
      var conversation = conversation(line, id(line, day, random), end, random);
      if (daysAgo >= line.endedDaysAgo()) {
        conversations.add(conversation);
      }
    }
    if (day.toEpochDay() % DAYS_PER_HOSTILE == 0) {
      conversations.add(hostile(day, random));
    }
    return conversations;
  }

  private Conversation conversation(SampleLine line, String id, Instant end, Random random) {
    var about = about(line, id, random);
    var teammate = teammate(line, random);
    double quality = teammate.map(SampleTeammate::quality).orElse(line.quality());
    var steps =
        random.nextDouble() < line.answering()
            ? answers.to(line, about, quality, end, random)
            : List.<Step>of();
    boolean apart = steps.isEmpty() || teammate.isPresent() || random.nextDouble() < ASKED_APART;
    var asking = teammate.map(who -> Closes.by(who, line, about, end)).orElse(about);
    return new Conversation(
        id, line, teammate, Optional.of(new Step(end, asking)).filter(_ -> apart), steps);
  }

  private Optional<SampleTeammate> teammate(SampleLine line, Random random) {
    if (random.nextDouble() >= line.handedOver()) {
      return Optional.empty();
    }
    var all = workspace.teammates(line);
    int[] shares = all.stream().mapToInt(SampleTeammate::share).toArray();
    return Optional.of(all.get(Weighted.pick(shares, random)));
  }

  /** Somebody tries what our pages, our files and their spreadsheets make of his words. */
  private Conversation hostile(LocalDate day, Random random) {
    var all = phrases.hostile();
    Hostile hostile = all.get((int) (day.toEpochDay() / DAYS_PER_HOSTILE % all.size()));
    var line = workspace.lines().getFirst();
    var about = new LinkedHashMap<String, Object>();
    var id = id(line, day, random);
    about.put("conversationId", id);
    about.put("userId", "mallory");
    about.put("userName", hostile.name());
    about.put("language", "en");
    var at = rhythm.at(day, random);
    return new Conversation(
        id,
        line,
        Optional.empty(),
        Optional.empty(),
        List.of(answers.withFeedback(about, at, hostile.feedback(), random)));
  }

  private Map<String, Object> about(SampleLine line, String id, Random random) {
    var person = people.get((int) (people.size() * Math.pow(random.nextDouble(), 1.6)));
    boolean named = random.nextDouble() < HAS_NAME;
    var about = new LinkedHashMap<String, Object>();
    about.put("conversationId", id);
    about.put("language", person.language());
    if (random.nextDouble() < HAS_USER) {
      about.put("userId", person.id());
      if (named) {
        about.put("userName", person.name());
      }
    }
    if (!line.bots().isEmpty() && random.nextDouble() < TALKS_TO_BOT) {
      about.put("botId", line.bots().get(random.nextInt(line.bots().size())));
    }
    return about;
  }

  private static String id(SampleLine line, LocalDate day, Random random) {
    return String.format(
        Locale.ROOT,
        "%s-%s-%06x",
        line.prefix(),
        DateTimeFormatter.BASIC_ISO_DATE.format(day),
        random.nextInt(1 << 24));
  }
}
