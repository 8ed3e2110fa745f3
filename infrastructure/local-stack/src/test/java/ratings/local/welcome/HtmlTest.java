package ratings.local.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void textStaysTextWhereverItStands() {
    assertThat(Html.of("<p title=\"%s\">%s</p>", "\"'onload=x", "<script>&%s").markup())
        .isEqualTo("<p title=\"&quot;&#39;onload=x\">&lt;script&gt;&amp;%s</p>");
  }

  @Test
  void markupGoesIntoMarkupAsItIs() {
    var items = List.of(Html.of("<li>%s</li>", "a<b"), Html.of("<li>%s</li>", 2));
    assertThat(Html.of("<ul>%s</ul>", Html.all(items)).markup())
        .isEqualTo("<ul><li>a&lt;b</li>\n<li>2</li></ul>");
  }

  @Test
  void namesBreakBetweenTheirWords() {
    assertThat(Html.breakable("GET /v1/<x>SubmitRating").markup())
        .isEqualTo("GET /<wbr>v1/<wbr>&lt;x&gt;Submit<wbr>Rating");
  }
}
