// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Sha256;
import org.winnow.review.TestServer.Answer;

class RulesPagesTest {
  private static final String WITHOUT_NOTES =
      Valley.RULE + "remove:\n  selectors:\n    - .market-notes\n";
  private static final String WITHOUT_PARAGRAPHS =
      Valley.RULE + "remove:\n  selectors:\n    - .story-text > p\n";
  private static final String EVIL = "<img src=x onerror=alert(1)>'\"</script><script>alert(2)";

  @TempDir private Path folder;
  private Valley valley;

  @BeforeEach
  void open() throws Exception {
    valley = new Valley(folder).crawled();
  }

  @AfterEach
  void close() throws IOException {
    valley.close();
  }

  private Answer post(String path, String... fields) throws IOException {
    return valley.server.post(path, fields);
  }

  private Answer save(String base, String text, String reason) throws IOException {
    return post(
        "/rules/save",
        "rule",
        Valley.HOST,
        "base",
        base,
        "text",
        text,
        "message",
        "Notes go",
        "reason",
        reason);
  }

  private String base() throws IOException {
    return Sha256.hex(Files.readAllBytes(valley.ruleFile()));
  }

  private String rows(String text) throws IOException {
    Matcher id =
        Pattern.compile("\"id\":\"([^\"]+)\"")
            .matcher(post("/rules/preview", "rule", Valley.HOST, "text", text).body());
    assertThat(id.find()).isTrue();
    Request rows =
        valley
            .server
            .request("/rules/preview/" + id.group(1) + "/rows")
            .header("Accept", "text/event-stream")
            .build();
    return valley.server.send(rows).body();
  }

  @Test
  void the_list_has_every_rule_with_its_problems() throws IOException {
    Files.writeString(valley.rules.resolve("broken.yml"), "version: 1\nsite: nowhere\n");

    String list = valley.server.get("/rules").body();

    assertThat(list).contains("valley.example", "elaph.example", "broken", "2:7");
  }

  @Test
  void the_editor_has_the_text_and_the_stored_pages() throws IOException {
    String page = valley.server.get("/rules/edit?rule=valley.example").body();

    assertThat(page).contains("# the middle column", "https://valley.example/story/12", base());
    assertThat(valley.server.get("/rules/edit?rule=none.example").status()).isEqualTo(404);
    assertThat(valley.server.get("/rules/edit?rule=../../etc/passwd").status()).isEqualTo(404);
  }

  @Test
  void a_check_names_line_and_column() throws IOException {
    Answer answer =
        post("/rules/check", "rule", Valley.HOST, "text", Valley.RULE.replace("body:", "bodi:"));

    assertThat(answer.body()).contains("\"line\":5,\"column\":3", "did you mean body?");
    assertThat(post("/rules/check", "rule", Valley.HOST, "text", Valley.RULE).body())
        .startsWith("{\"problems\":[]");
  }

  @Test
  void pointing_gives_three_candidates_with_their_figures() throws IOException {
    String page =
        valley.server.get("/rules/page?rule=valley.example&url=" + encoded(Valley.url(3))).body();
    Matcher block = Pattern.compile("data-b=\"(\\d+)\"[^>]*>\\s*Seven hens").matcher(page);
    assertThat(block.find()).isTrue();

    String panel =
        post(
                "/rules/point",
                "rule",
                Valley.HOST,
                "url",
                Valley.url(3),
                "block",
                block.group(1),
                "level",
                "1")
            .body();

    assertThat(panel).contains("div.market-notes", "value=\".market-notes\"");
    assertThat(panel).contains("matches 1 here · 12/12 pages · holds 0 approved paragraphs");
    assertThat(panel.split("name=\"candidate\"", -1)).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void a_block_that_is_not_there_is_answered_so() throws IOException {
    Answer answer =
        post("/rules/point", "rule", Valley.HOST, "url", Valley.url(3), "block", "9999");
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void a_stored_page_can_do_nothing_wherever_it_is_opened() throws IOException {
    Answer page =
        valley.server.get("/rules/page?rule=valley.example&url=" + encoded(Valley.url(3)));

    assertThat(page.header("Content-Security-Policy"))
        .startsWith("sandbox allow-scripts; default-src 'none'")
        .doesNotContain("allow-same-origin", "script-src 'unsafe-inline'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.body()).doesNotContain("onload", "document.title");
  }

  @Test
  void a_page_of_another_site_is_not_shown() throws IOException {
    assertThat(
            valley
                .server
                .get("/rules/page?rule=elaph.example&url=" + encoded(Valley.url(3)))
                .status())
        .isEqualTo(404);
  }

  @Test
  void a_patch_changes_the_text_and_keeps_its_comments() throws IOException {
    Answer answer =
        post(
            "/rules/patch",
            "rule",
            Valley.HOST,
            "text",
            Valley.RULE,
            "action",
            "remove",
            "value",
            ".market-notes");

    assertThat(answer.body()).contains("# the middle column", "- .market-notes", "+remove:");
    assertThat(
            post(
                    "/rules/patch",
                    "rule",
                    Valley.HOST,
                    "text",
                    "a: [",
                    "action",
                    "keep",
                    "value",
                    "x")
                .status())
        .isEqualTo(422);
  }

  @Test
  void a_preview_streams_a_row_for_every_page_and_the_totals() throws IOException {
    String events = rows(WITHOUT_NOTES);

    assertThat(events.split("event: row", -1)).hasSize(1 + Valley.STORIES);
    assertThat(events).contains("event: over", "12 changed");
  }

  @Test
  void the_difference_of_a_page_is_shown_word_by_word() throws IOException {
    Matcher id =
        Pattern.compile("\"id\":\"([^\"]+)\"")
            .matcher(post("/rules/preview", "rule", Valley.HOST, "text", WITHOUT_NOTES).body());
    assertThat(id.find()).isTrue();

    String diff =
        valley
            .server
            .get("/rules/preview/" + id.group(1) + "/diff?url=" + encoded(Valley.url(2)))
            .body();

    assertThat(diff).contains("<del dir=\"auto\">Seven hens and 2 goats");
  }

  @Test
  void a_save_writes_the_file_and_a_version_that_can_be_had_back() throws IOException {
    assertThat(save(base(), WITHOUT_NOTES, "").status()).isEqualTo(303);
    assertThat(valley.ruleFile()).hasContent(WITHOUT_NOTES);

    String versions = valley.server.get("/rules/versions?rule=valley.example").body();
    assertThat(versions).contains("Notes go", "As found on disk", "salma");
    Answer revert = post("/rules/revert", "rule", Valley.HOST, "base", base(), "number", "1");

    assertThat(revert.status()).isEqualTo(303);
    assertThat(valley.ruleFile()).hasContent(Valley.RULE);
  }

  @Test
  void what_was_edited_on_disk_is_shown_and_not_written_over() throws IOException {
    String base = base();
    valley.rule(Valley.RULE + "status: unverified\n");

    Answer answer = save(base, WITHOUT_NOTES, "");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("-status: unverified", "Save mine over it");
    assertThat(valley.ruleFile()).content().endsWith("status: unverified\n");
  }

  @Test
  void a_rule_with_problems_is_not_saved_and_nothing_typed_is_lost() throws IOException {
    Answer answer = save(base(), Valley.RULE + "nonsense: 1\n", "");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("nonsense: 1", "6:1");
    assertThat(valley.ruleFile()).hasContent(Valley.RULE);
  }

  @Test
  void where_an_approved_text_suffers_a_reason_is_wanted() throws IOException {
    valley.approved.add(valley.article(4));

    Answer without = save(base(), WITHOUT_PARAGRAPHS, "");
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).contains("An approved text would lose more than 2 %");
    assertThat(valley.ruleFile()).hasContent(Valley.RULE);

    assertThat(save(base(), WITHOUT_PARAGRAPHS, "a new design").status()).isEqualTo(303);
    assertThat(valley.server.get("/rules/versions?rule=valley.example").body())
        .contains("a new design");
  }

  @Test
  void samples_are_run_with_the_text_in_the_editor() throws IOException {
    Path samples = Files.createDirectories(valley.ruleFile().resolveSibling("samples"));
    Files.writeString(samples.resolve("a.html"), "<div class=story-text><p>A bridge.</p></div>");
    String rule = Valley.RULE + "tests:\n  - { page: samples/a.html, contains: [ A ferry ] }\n";

    assertThat(post("/rules/samples", "rule", Valley.HOST, "text", rule).body())
        .contains("failed", "missing: A ferry");
  }

  @Test
  void what_holds_is_explained_with_its_place() throws IOException {
    assertThat(valley.server.get("/rules/explain?rule=www.emiratesvoice.com").body())
        .contains("families/arabstoday.yml");
  }

  @Test
  void nothing_that_a_rule_says_becomes_markup() throws IOException {
    String rule = Valley.RULE + "revision: \"" + EVIL.replace("\"", "\\\"") + "\"\n";
    valley.rule(rule + "bad: " + EVIL.replace("'\"", "") + "\n");
    for (String path :
        List.of(
            "/rules", "/rules/edit?rule=valley.example", "/rules/explain?rule=valley.example")) {
      assertThat(valley.server.get(path).body()).as(path).doesNotContain("<img", "<script>alert");
    }
    valley.rule(rule);
    save(base(), rule + "# " + EVIL + "\n", "");
    assertThat(valley.server.get("/rules/versions?rule=valley.example").body())
        .doesNotContain("<img", "<script>alert")
        .contains("&lt;img");
    Answer check =
        post(
            "/rules/check",
            "rule",
            Valley.HOST,
            "text",
            rule + "extends: '" + EVIL.replace("'", "") + "'");
    assertThat(check.header("Content-Type")).startsWith("application/json");
  }

  @Test
  void a_post_without_the_form_token_is_refused() throws IOException {
    RequestBody body = RequestBody.create(new byte[0]);
    for (String path : List.of("/rules/save", "/rules/new", "/rules/revert", "/rules/patch")) {
      assertThat(valley.server.send(valley.server.request(path).post(body).build()).status())
          .isEqualTo(403);
    }
  }

  @Test
  void a_known_site_is_not_added_again_and_no_address_is_none() throws IOException {
    assertThat(post("/rules/new", "url", "https://valley.example/").body())
        .contains("There is a rule for this site already");
    assertThat(post("/rules/new", "url", "not an address").status()).isEqualTo(422);
  }

  @Test
  void an_address_becomes_a_rule_with_its_samples_and_schedule() throws IOException {
    Files.delete(valley.ruleFile());
    String draft = post("/rules/new", "url", "https://valley.example/").header("Location");
    Request steps =
        valley.server.request(draft + "/steps").header("Accept", "text/event-stream").build();
    assertThat(valley.server.send(steps).body()).contains("event: over");
    String proposal = valley.server.get(draft).body();
    assertThat(proposal).contains("A rule for", "The first 10 articles");
    Matcher yaml = Pattern.compile("(?s)<textarea[^>]*>(.*?)</textarea>").matcher(proposal);
    assertThat(yaml.find()).isTrue();

    String text = yaml.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    assertThat(post(draft + "/save", "text", text, "every", "6h").status()).isEqualTo(303);

    assertThat(valley.ruleFile()).content().contains("schedule:", "every: '6h'");
    assertThat(valley.ruleFile().resolveSibling("samples")).isNotEmptyDirectory();
    assertThat(valley.files.read().problems()).isEmpty();
  }

  @Test
  void a_site_that_cannot_be_fetched_says_what_to_do() throws IOException {
    Files.delete(valley.ruleFile());
    String draft = post("/rules/new", "url", "https://valley.example/gone").header("Location");
    Request steps =
        valley.server.request(draft + "/steps").header("Accept", "text/event-stream").build();
    assertThat(valley.server.send(steps).body()).contains("Nothing could be fetched");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
