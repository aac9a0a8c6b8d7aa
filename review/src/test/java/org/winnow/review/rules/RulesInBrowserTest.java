// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person does with rules, in Chromium. */
class RulesInBrowserTest {
  private static Playwright playwright;
  private static Browser browser;

  @TempDir private Path folder;
  private Valley valley;
  private Page page;
  private final List<String> trouble = new ArrayList<>();

  @BeforeAll
  static void start() {
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(chromium != null, "no Chromium: these tests were not run");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    valley = new Valley(folder);
    page = page("en", ColorScheme.LIGHT);
  }

  private Page page(String language, ColorScheme scheme) {
    Page opened =
        browser.newPage(
            new Browser.NewPageOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(1280, 900));
    opened.setDefaultTimeout(20_000);
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("status of 4")) {
            trouble.add(message.text());
          }
        });
    opened.onPageError(trouble::add);
    opened.onDialog(
        dialog -> {
          trouble.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    opened.onRequest(
        request -> {
          if (!request.url().startsWith(valley.server.url("/"))) {
            trouble.add("request to " + request.url());
          }
        });
    return opened;
  }

  @AfterEach
  void close() throws IOException {
    page.close();
    valley.close();
    assertThat(trouble).isEmpty();
  }

  private void go(String path) {
    page.navigate(valley.server.url(path));
  }

  private FrameLocator stored() {
    return page.frameLocator("#stored");
  }

  private void typed(String text) {
    page.evaluate("text => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", text);
  }

  private String text() {
    return (String)
        page.evaluate("() => document.querySelector('.CodeMirror').CodeMirror.getValue()");
  }

  private void shot(String name) {
    String shots = System.getProperty("winnow.screenshots", "");
    if (!shots.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(shots, name + ".png")).setFullPage(true));
    }
  }

  @Test
  void a_site_is_added_with_its_first_articles_and_a_schedule() throws IOException {
    go("/rules/new");
    page.fill("#url", "https://valley.example/");
    shot("add");
    page.click("main button.main");
    assertThat(page.locator("h1"))
        .containsText("A rule for", new ContainsTextOptions().setTimeout(60_000));
    assertThat(page.locator("details.first")).hasCount(10);
    assertThat(page.locator("details.first .text").first()).containsText("Paragraph 1 of story");
    shot("proposal");
    page.selectOption("#every", "6h");
    page.click("#save");

    assertThat(page.locator("#messages")).containsText("Added valley.example");
    String learned = Files.readString(valley.ruleFile());
    assertThat(learned).contains("every:", "6h", "site: https://valley.example/");
    assertThat(stored().locator("[data-b]").first()).isVisible();
  }

  @Test
  void a_rule_is_corrected_by_a_click_previewed_saved_and_had_back() throws Exception {
    valley.crawled();
    go("/rules/edit?rule=valley.example");
    page.selectOption("#page", Valley.url(3));
    page.click("#show-page");
    stored().getByText("Seven hens and 3 goats").click();
    page.locator("#pointed [name=candidate][value='.market-notes']").check();
    shot("pointed");
    page.click("[data-action=remove]");

    assertThat(page.locator("#patch .added").last()).containsText("- .market-notes");
    assertThat(page.locator("#totals")).containsText("changed");
    assertThat(page.locator("#rows tr").first()).containsText("changed");
    page.locator("#rows [data-diff]").first().click();
    assertThat(page.locator("#rows del").first()).containsText("Seven hens");
    shot("previewed");
    page.fill("#message", "The notes are not part of the story");
    page.click("#save");

    assertThat(page.locator("#messages")).containsText("Saved valley.example");
    assertThat(valley.ruleFile()).content().contains("- .market-notes");
    page.click("text=Versions");
    assertThat(page.locator(".versions > li")).hasCount(2);
    shot("versions");
    page.locator("text=Back to this one").first().click();
    assertThat(page.locator("#messages")).containsText("in force again");
    assertThat(valley.ruleFile()).hasContent(Valley.RULE);
  }

  @Test
  void mistakes_are_shown_while_typing() throws Exception {
    valley.crawled();
    go("/rules/edit?rule=valley.example");
    typed(Valley.RULE.replace("body:", "bodi:"));

    assertThat(page.locator("#problems")).containsText("did you mean body?");
    assertThat(page.locator(".CodeMirror .wrong").first()).isVisible();
    shot("mistake");
    page.click("#save");
    assertThat(page.locator("[role=alert]")).containsText("the rule has problems");
    assertThat(text()).contains("bodi:");
    assertThat(valley.ruleFile()).hasContent(Valley.RULE);
  }

  @Test
  void what_was_typed_survives_a_reload() throws Exception {
    valley.crawled();
    go("/rules/edit?rule=valley.example");
    typed(Valley.RULE + "# not saved\n");
    page.reload();

    assertThat(page.locator("#messages")).containsText("is here again");
    assertThat(text()).endsWith("# not saved\n");
  }

  @Test
  void an_edit_on_disk_in_between_is_a_conflict_that_a_person_decides() throws Exception {
    valley.crawled();
    go("/rules/edit?rule=valley.example");
    typed(Valley.RULE + "keep: .box\n");
    valley.rule(Valley.RULE + "status: unverified\n");
    page.click("#save");

    assertThat(page.locator("[role=alert]")).containsText("changed in the meantime");
    assertThat(page.locator(".diff .gone").last()).containsText("status: unverified");
    shot("conflict");
    page.click("text=Save mine over it");

    assertThat(page.locator("#messages")).containsText("Saved");
    assertThat(valley.ruleFile()).hasContent(Valley.RULE + "keep: .box\n");
  }

  @Test
  void an_approved_text_that_would_suffer_asks_for_a_reason() throws Exception {
    valley.crawled();
    valley.approved.add(valley.article(2));
    go("/rules/edit?rule=valley.example");
    typed(Valley.RULE + "remove: { selectors: .story-text > p }\n");
    page.click("#preview");

    assertThat(page.locator("#totals")).containsText("An approved text would lose");
    assertThat(page.locator("#rows tr.blocking")).hasCount(1);
    assertThat(page.locator("#reason")).isVisible();
    shot("blocked");
    page.fill("#reason", "They are captions");
    page.click("#save");
    assertThat(page.locator("#messages")).containsText("Saved");
  }

  @Test
  void a_block_is_chosen_without_a_mouse() throws Exception {
    valley.crawled();
    go("/rules/edit?rule=valley.example");
    Locator block =
        stored().locator("[data-b]", new FrameLocator.LocatorOptions().setHasText("Seven hens"));
    block.first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#pointed blockquote")).containsText("Seven hens");
    page.keyboard().press("BracketRight");
    assertThat(page.locator("#pointed .candidates code").first()).containsText("div");
  }

  @Test
  void nothing_of_a_page_or_a_rule_runs() throws Exception {
    valley.crawled();
    valley.rule(
        Valley.RULE
            + "revision: \"<img src=x onerror=alert(1)><svg onload=alert(2)>\"\n"
            + "# </textarea><script>alert(3)</script>\n"
            + "bad-<b>: '<img src=x onerror=alert(4)>'\n");
    for (String path : List.of("edit", "explain", "versions")) {
      go("/rules/" + path + "?rule=valley.example");
      page.waitForLoadState();
    }
    go("/rules");
    valley.rule(Valley.RULE);
    go("/rules/page?rule=valley.example&url=https%3A%2F%2Fvalley.example%2Fstory%2F3");
    assertThat(page.title()).doesNotContain("ran");
    assertThat(page.evaluate("() => origin")).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT", "ar, LIGHT", "en, DARK", "ar, DARK"})
  void every_screen_is_accessible(String language, ColorScheme scheme) throws Exception {
    valley.crawled();
    valley.rule(Valley.RULE + "remove: { selectors: [ .none ] }\n");
    page.close();
    page = page(language, scheme);
    String suffix = "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
    go("/rules");
    check("list" + suffix);
    go("/rules/new");
    check("new" + suffix);
    go("/rules/explain?rule=valley.example");
    check("explain" + suffix);
    go("/rules/edit?rule=valley.example");
    stored().getByText("Seven hens").first().click();
    assertThat(page.locator("#pointed [name=candidate]").first()).isVisible();
    page.keyboard().press("BracketRight");
    page.click("[data-action=remove]");
    assertThat(page.locator("#totals p").first()).isVisible();
    page.locator("#rows [data-diff]").first().click();
    assertThat(page.locator("#rows del").first()).isVisible();
    check("edit" + suffix);
    page.click("#save");
    page.waitForURL("**/rules/edit?rule=valley.example");
    go("/rules/versions?rule=valley.example");
    check("versions" + suffix);
  }

  private void check(String name) {
    shot(name);
    List<String> found =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(each -> List.of("serious", "critical").contains(each.getImpact()))
                .map(each -> each.getId() + " " + each.getNodes())
                .toList();
    assertThat(found).as(name).isEmpty();
  }
}
