// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.review.TestServer;

/** Pictures are kept in the folder that the property {@code winnow.screenshots} names. */
class AccessibilityTest {
  private static final String PROSE =
      "The council met on Monday and agreed on a plan for the old harbour of the town, which had"
          + " stood empty for more than twenty years before anybody asked what should become of it."
          + " ";
  private static final String ARABIC =
      "اجتمع المجلس البلدي يوم الاثنين وأقرّ خطة لتطوير الميناء القديم الذي ظل مهجورًا أكثر من"
          + " عشرين عامًا قبل أن يسأل أحد عمّا ينبغي أن يصير إليه. ";

  @TempDir Path folder;

  private static String axe() throws IOException {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void the_screens_have_no_serious_barrier_in_either_language_or_scheme() throws IOException {
    List<String> barriers = new ArrayList<>();
    try (Library library = new Library(folder);
        TestServer server = TestServer.start(folder, library.pages());
        Chromium chromium = new Chromium()) {
      long first = library.add("a", "خطة جديدة للميناء القديم", ARABIC, ARABIC + ARABIC, PROSE);
      for (int i = 0; i < 12; i++) {
        library.add(
            "b" + i, "Harbour plan, part " + i, PROSE, PROSE + "A\u200bb \u202eturned\u202c.");
      }
      library.pages().indexNow();
      server.get("/documents/" + first);
      library.change(first, ARABIC + "وهذه جملة جديدة.");
      for (String language : List.of("en", "ar")) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          for (String screen :
              List.of(
                  "/documents/" + first, "/documents?site=news.example", "/documents?q=nothing")) {
            Page page =
                chromium.page(
                    server,
                    new Browser.NewContextOptions().setLocale(language).setColorScheme(scheme));
            page.navigate(server.url(screen));
            page.waitForFunction("() => window.winnow && window.htmx");
            if (page.locator("#diff").count() > 0) {
              page.keyboard().press("d");
              page.waitForSelector("#history section");
              page.keyboard().press("r");
            }
            picture(page, language + "-" + scheme + "-" + screen.replaceAll("\\W+", "-"));
            page.evaluate(axe() + "; undefined");
            Object found =
                page.evaluate(
                    "async () => (await axe.run(document, { iframes: false })).violations.filter(v"
                        + " => v.impact === 'serious' || v.impact === 'critical').map(v => v.id +"
                        + " ': ' + v.nodes.map(n => n.html.slice(0, 200)).join(' | '))");
            ((List<?>) found)
                .forEach(
                    barrier ->
                        barriers.add(language + " " + scheme + " " + screen + " " + barrier));
            page.context().close();
          }
        }
      }
    }
    assertThat(barriers).isEmpty();
  }

  private static void picture(Page page, String name) {
    String pictures = System.getProperty("winnow.screenshots");
    if (pictures != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(pictures).resolve(name + ".png")));
    }
  }
}
