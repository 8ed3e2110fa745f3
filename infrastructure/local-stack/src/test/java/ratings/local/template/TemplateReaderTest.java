package ratings.local.template;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.local.template.ApiResource.Authorizer;
import ratings.local.template.FunctionEvent.HttpRoute;
import ratings.local.template.FunctionEvent.QueueEvent;
import ratings.local.template.FunctionEvent.ScheduleEvent;
import ratings.local.template.FunctionEvent.StreamEvent;
import ratings.local.template.FunctionEvent.TopicEvent;

class TemplateReaderTest {
  private static final String HEAD = "Transform: AWS::Serverless-2016-10-31\n";

  @Test
  void theRepositorysOwnTemplateIsUnderstood() {
    var template =
        TemplateReader.read(Path.of("../../template.yaml"), Map.of(), Locations.unknown());

    assertThat(template.functions()).isNotEmpty();
    assertThat(template.tables()).isNotEmpty();
    assertThat(template.apis()).isNotEmpty();
  }

  @Test
  void theStageOfThePagesTellsWhereToSignIn() {
    var ours = apis(Map.of()).get("PagesApi").stageVariables();
    var theirs = apis(Map.of("JwtIssuer", "https://id.example/a")).get("PagesApi").stageVariables();

    assertThat(ours)
        .containsEntry("client", "UserPoolClient")
        .containsEntry("issuer", "https://cognito-idp.eu-central-1.amazonaws.com/UserPool")
        .containsEntry("signIn", "https://UserPoolDomain.auth.eu-central-1.amazoncognito.com");
    assertThat(theirs)
        .containsOnlyKeys("api", "issuer", "client", "signIn")
        .containsEntry("client", "conversation-ratings")
        .containsEntry("issuer", "https://id.example/a")
        .containsEntry("signIn", "https://id.example/a");
  }

  @ParameterizedTest
  @CsvSource({
    "'{ api: a b }', api cannot be a stage variable",
    "'{ api: \"\" }', api cannot be a stage variable",
    "'{ an-api: x }', an-api cannot be a stage variable",
    "'{ api: [x] }', property api must be a plain value",
  })
  void whatApiGatewayTakesForNoStageVariableIsRefused(String variables, String problem) {
    var api =
        "Resources: { Api: { Type: AWS::Serverless::HttpApi, Properties: { StageVariables: "
            + variables
            + " } } }";

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read(api))
        .withMessageContaining(problem);
  }

  @Test
  void aRouteThatEndsWithASlashIsRefused() {
    var events = "Events: { A: { Type: HttpApi, Properties: { Path: /admin/, Method: GET } } }";

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read(function(events)))
        .withMessageContaining("no route that ends with a slash");
  }

  @Test
  void globalsAreMergedIntoFunctions() {
    var template =
        read(
            """
            Globals:
              Function:
                Runtime: java25
                CodeUri: code.zip
                Timeout: 10
                Environment: { Variables: { COMMON: a, SHARED: common } }
            Resources:
              OneFunction:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.One
                  MemorySize: 512
                  Timeout: 3
                  Environment: { Variables: { OWN: b, SHARED: own } }
            """);

    assertThat(template.functions())
        .containsExactly(
            new FunctionResource(
                "OneFunction",
                "a.One",
                "code.zip",
                3,
                512,
                Map.of("COMMON", "a", "OWN", "b", "SHARED", "own"),
                List.of()));
  }

  @Test
  void whatIsNotGivenIsAsLambdaHasIt() {
    var function = read(function("")).functions().getFirst();

    assertThat(function.timeoutSeconds()).isEqualTo(3);
    assertThat(function.memoryMegabytes()).isEqualTo(128);
  }

  @Test
  void referencesAndFunctionsOfCloudFormationGiveLocalNames() {
    var locations =
        new Locations(
            URI.create("http://127.0.0.1:1"), Map.of("Api", URI.create("http://127.0.0.1:2")));
    var template =
        TemplateReader.read(
            HEAD
                + """
                Parameters:
                  Stage: { Type: String, Default: dev }
                Mappings:
                  Sizes: { dev: { shards: "1" } }
                Conditions:
                  IsDev: !Equals [!Ref Stage, dev]
                  IsBig: !And [!Condition IsDev, !Not [!Condition IsDev]]
                Resources:
                  Api: { Type: AWS::Serverless::HttpApi }
                  Jobs: { Type: AWS::SQS::Queue }
                  Alerts: { Type: AWS::SNS::Topic }
                  ExportBucket: { Type: AWS::S3::Bucket }
                  OneFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.One
                      Runtime: java25
                      CodeUri: x
                      Environment:
                        Variables:
                          QUEUE: !Ref Jobs
                          QUEUE_ARN: !GetAtt Jobs.Arn
                          TOPIC: !Ref Alerts
                          BUCKET: !Ref ExportBucket
                          SHARDS: !FindInMap [Sizes, !Ref Stage, shards]
                          SIZE: !If [IsBig, big, !Ref "AWS::NoValue"]
                          LABEL: !Join ["-", [a, !Ref Stage, !Select [1, [x, y]]]]
                          TEXT: !Sub ["${!Literal} ${Stage} ${Other}", { Other: more }]
                          LONG: { "Fn::Sub": "${AWS::Region}" }
                          LINKS: !Sub "https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/r/"
                          ENDPOINT: !GetAtt Api.ApiEndpoint
                """,
            Map.of(),
            locations);

    assertThat(template.functions().getFirst().environment())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("QUEUE", "http://127.0.0.1:1/000000000000/Jobs"),
                Map.entry("QUEUE_ARN", "arn:aws:sqs:eu-central-1:000000000000:Jobs"),
                Map.entry("TOPIC", "arn:aws:sns:eu-central-1:000000000000:Alerts"),
                Map.entry("BUCKET", "export-bucket"),
                Map.entry("SHARDS", "1"),
                Map.entry("LABEL", "a-dev-y"),
                Map.entry("TEXT", "${Literal} dev more"),
                Map.entry("LONG", "eu-central-1"),
                Map.entry("LINKS", "http://127.0.0.1:2/r/"),
                Map.entry("ENDPOINT", "http://127.0.0.1:2")));
  }

  @Test
  void eventsAreReadWithTheirDefaults() {
    var template =
        read(
            """
            Resources:
              Jobs: { Type: AWS::SQS::Queue }
              Alerts: { Type: AWS::SNS::Topic }
              Ratings:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
                  KeySchema: [{ AttributeName: pk, KeyType: HASH }]
                  StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
            """
                + functionBody(
                    """
                    Events:
                      Stream:
                        Type: DynamoDB
                        Properties:
                          Stream: !GetAtt Ratings.StreamArn
                          StartingPosition: TRIM_HORIZON
                          BisectBatchOnFunctionError: true
                          FunctionResponseTypes: [ReportBatchItemFailures]
                          FilterCriteria: { Filters: [{ Pattern: '{"a":["b"]}' }] }
                          DestinationConfig: { OnFailure: { Destination: !GetAtt Jobs.Arn } }
                      Queue: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
                      Topic: { Type: SNS, Properties: { Topic: !Ref Alerts, FilterPolicy: { a: [b] } } }
                      Minute: { Type: Schedule, Properties: { Schedule: rate(1 minute) } }
                      Any: { Type: HttpApi, Properties: { Path: /x } }
                      Rest: { Type: HttpApi }
                    """));

    assertThat(template.functions().getFirst().events())
        .containsExactly(
            new StreamEvent(
                "Stream",
                "Ratings",
                "TRIM_HORIZON",
                100,
                0,
                -1,
                -1,
                true,
                true,
                1,
                List.of("{\"a\":[\"b\"]}"),
                Optional.of("arn:aws:sqs:eu-central-1:000000000000:Jobs"),
                true),
            new QueueEvent("Queue", "Jobs", 10, 0, false, Optional.empty(), List.of(), true),
            new TopicEvent("Topic", "Alerts", Map.of("FilterPolicy", "{\"a\":[\"b\"]}")),
            new ScheduleEvent(
                "Minute", ScheduleEvent.Kind.RULE, "rate(1 minute)", "UTC", Optional.empty(), true),
            new HttpRoute("Any", "ServerlessHttpApi", "ANY /x", Optional.empty(), List.of()),
            new HttpRoute("Rest", "ServerlessHttpApi", "$default", Optional.empty(), List.of()));
    assertThat(template.apis().getFirst().routes())
        .extracting(ApiResource.Route::key)
        .containsExactly("ANY /x", "$default");
  }

  @Test
  void anAuthorizerTakesItsIssuerFromAParameter() {
    String yaml =
        HEAD
            + """
            Parameters:
              JwtIssuer: { Type: String, Default: "" }
            Conditions:
              OwnUserPool: !Equals [!Ref JwtIssuer, ""]
            Resources:
              UserPool: { Type: AWS::Cognito::UserPool, Condition: OwnUserPool }
              Api:
                Type: AWS::Serverless::HttpApi
                Properties:
                  Auth:
                    Authorizers:
                      Jwt:
                        IdentitySource: $request.header.Authorization
                        JwtConfiguration:
                          issuer: !If [OwnUserPool, !Ref UserPool, !Ref JwtIssuer]
                          audience: [us]
            """
            + functionBody(
                """
                Events:
                  One: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /x, Method: get, Auth: { Authorizer: Jwt } } }
                """);

    var template =
        TemplateReader.read(yaml, Map.of("JwtIssuer", "http://here"), Locations.unknown());

    assertThat(template.apis().getFirst().routes())
        .containsExactly(
            new ApiResource.Route(
                "GET /x",
                "OneFunction",
                Optional.of(
                    new Authorizer("$request.header.Authorization", "http://here", List.of("us"))),
                List.of()));
    assertThat(template.ignored()).isEmpty();
  }

  @Test
  void whatHasNoCounterpartHereIsNamedInOneLine() {
    var template =
        read(
            """
            Outputs: {}
            Resources:
              Log: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 3 } }
              Alarm: { Type: AWS::CloudWatch::Alarm }
            """
                + functionBody("Policies: []\n"));

    assertThat(template.ignored())
        .containsExactly(
            "AWS::CloudWatch::Alarm: Alarm",
            "AWS::Logs::LogGroup: Log",
            "AWS::Serverless::Function: Policies",
            "section: Outputs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Foo: {} | Foo: this section is not known",
        "Resources: { A: { Type: AWS::EC2::Instance } } | A: type AWS::EC2::Instance is not known",
        "Resources: { A: { Type: AWS::SQS::Queue, Properties: { Colour: red } } }"
            + "| A: property Colour is not known",
        "Resources: { A: { Type: AWS::SQS::Queue, Properties: { DelaySeconds: soon } } }"
            + "| A: DelaySeconds is not a whole number: soon",
        "Resources: { A: { Type: AWS::SQS::Queue, Properties: { DelaySeconds: !Ref Nobody } } }"
            + "| A: Nobody is neither a parameter nor a resource",
        "Resources: { A: { Type: AWS::SQS::Queue, Properties: { DelaySeconds: !GetAZs x } } }"
            + "| A: function GetAZs is not known",
        "Resources: { A: { Type: AWS::SNS::Topic, Condition: Never } }"
            + "| Conditions: Never is not declared",
        "Parameters: { P: { Type: String } } | Parameters.P: has no default",
        "Parameters: { P: { Type: Number, Default: 9, MaxValue: 5 } }"
            + "| Parameters.P: the value '9' breaks its MaxValue",
        "Conditions: { A: !Equals [1 | not YAML",
      })
  void whatIsNotUnderstoodIsOneClearLine(String yaml, String message) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read(yaml + "\n"))
        .withMessageStartingWith("template.yaml: " + message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void anOverrideOfAnUnknownParameterIsAnError() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> TemplateReader.read(HEAD, Map.of("Tpyo", "x"), Locations.unknown()))
        .withMessageContaining("Tpyo");
  }

  @Test
  void theSameRouteTwiceIsAnError() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(
            () ->
                read(
                    function(
                        """
                        Events:
                          One: { Type: HttpApi, Properties: { Path: /x, Method: GET } }
                          Two: { Type: HttpApi, Properties: { Path: /x, Method: GET } }
                        """)))
        .withMessageContaining("OneFunction.Events.Two: route GET /x is declared twice");
  }

  /** Those of the repository's own template, by logical id. */
  private static Map<String, ApiResource> apis(Map<String, String> parameters) {
    return TemplateReader.read(Path.of("../../template.yaml"), parameters, Locations.unknown())
        .apis()
        .stream()
        .collect(toMap(ApiResource::id, it -> it));
  }

  private static Template read(String yaml) {
    return TemplateReader.read(HEAD + yaml, Map.of(), Locations.unknown());
  }

  private static String function(String properties) {
    return "Resources:\n" + functionBody(properties);
  }

  private static String functionBody(String properties) {
    return """
      OneFunction:
        Type: AWS::Serverless::Function
        Properties:
          Handler: a.One
          Runtime: java25
          CodeUri: x
    """
        + properties.indent(6);
  }
}
