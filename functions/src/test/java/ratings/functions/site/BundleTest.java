package ratings.functions.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {

  @Test
  void modulesStandBehindWhatTheyImportAndKeepTheirOtherNamesToThemselves() {
    var files =
        Map.of(
            "app.js",
            """
            import { LitElement, html } from 'lit';
            import { live } from 'lit-html/directives/live.js';
            import { go as leave, href } from './a-router.js';
            import './page.js';

            const own = href('$1'); // where
            """,
            "page.js",
            """
            import { html, nothing } from 'lit';
            import { go } from './a-router.js';
            const own = 1;
            """,
            "a-router.js",
            """
            const own = 2;
            export const href = (page) => page;
            export async function go() {}
            """);

    assertThat(Bundle.of("app", files::get))
        .isEqualTo(
            """
            import { LitElement, html, nothing } from 'lit';
            import { live } from 'lit-html/directives/live.js';
            const $a_router = (() => {
            const own = 2;
            const href = (page) => page;
            async function go() {}
            return { href, go };
            })();
            const $page = (() => {
            const { go } = $a_router;
            const own = 1;
            return {  };
            })();
            const $app = (() => {
            const { go: leave, href } = $a_router;

            const own = href('$1'); // where
            return {  };
            })();
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export default 1;\n",
        "import * as all from './x.js';\n",
        "import {\n",
        "export { own };\n",
        "import './app.js';\n",
        "export const one = 1, another = 2;\n",
        "const late = () => import('lit');\n",
        "await 1;\n",
        "const late = await 1;\n"
      })
  void whatIsWrittenOtherwiseIsRefused(String text) {
    assertThatThrownBy(() -> Bundle.of("app", name -> text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "there, own", "own as there"})
  void onlyWhatIsExportedIsImported(String names) {
    var files =
        Map.of(
            "app.js",
            "import { %s } from './page.js';\n".formatted(names),
            "page.js",
            "const own = 1;\nexport const there = [own, own];\n");

    assertThatThrownBy(() -> Bundle.of("app", files::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("own");
  }
}
