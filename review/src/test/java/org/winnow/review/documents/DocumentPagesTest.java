// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Edits;
import org.winnow.corpus.ReviewState.Status;
import org.winnow.corpus.Sha256;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.Verdicts;
import org.winnow.review.TestServer;
import org.winnow.review.TestServer.Answer;

class DocumentPagesTest {
  private static final String PROSE =
      "The council met on Monday and agreed on a plan for the old harbour of the town, which had"
          + " stood empty for more than twenty years before anybody asked what should become of it."
          + " ";

  @TempDir Path folder;
  private Library library;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    library = new Library(folder);
    server = TestServer.start(folder, library.pages());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    library.close();
  }

  private long add(int number) throws IOException {
    return library.add("a" + number, "Headline " + number, PROSE + number, PROSE + "More.");
  }

  private Status status(long id) {
    return library.jdbi().withHandle(handle -> Verdicts.state(handle, id).status());
  }

  private StoredArticle article(long id) {
    return library.jdbi().withHandle(handle -> Articles.find(handle, id).orElseThrow());
  }

  private String[] seen(long id, String... more) {
    long last = library.jdbi().withHandle(h -> Verdicts.state(h, id).lastVerdict());
    List<String> fields = new ArrayList<>(List.of("last", String.valueOf(last)));
    fields.addAll(List.of("sha", article(id).sha256(), "shown", article(id).sha256()));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  @Test
  void the_queue_shows_its_first_article_beside_its_page() throws IOException {
    long id = add(1);

    Answer answer = server.get("/documents");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Headline 1", "src=\"/documents/" + id + "/page?part=1", article(id).sha256());
  }

  @Test
  void an_empty_corpus_has_an_empty_queue() throws IOException {
    assertThat(server.get("/documents").body()).contains("Nothing is left to review.");
  }

  @Test
  void there_is_no_article_of_a_number_that_is_not_there() throws IOException {
    for (String path : List.of("/documents/77", "/documents/77/page", "/documents/x")) {
      assertThat(server.get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void a_verdict_leads_to_the_next_article() throws IOException {
    long first = add(1);
    long second = add(2);

    Answer answer =
        server.post("/documents/" + first + "/verdict", seen(first, "kind", "approved"));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/documents/" + second);
    assertThat(status(first)).isEqualTo(Status.APPROVED);
    assertThat(status(second)).isEqualTo(Status.PENDING);
  }

  @Test
  void the_second_of_two_reviewers_is_told_and_nothing_is_lost() throws IOException {
    long id = add(1);
    String[] both = seen(id, "kind", "approved");
    server.post("/documents/" + id + "/verdict", both);
    both[both.length - 1] = "rejected";

    Answer second = server.post("/documents/" + id + "/verdict", both);

    assertThat(server.get(path(second)).body()).contains("somebody else has decided");
    assertThat(status(id)).isEqualTo(Status.APPROVED);
  }

  private static String path(Answer redirect) {
    return redirect.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void a_verdict_without_the_form_token_is_refused() throws IOException {
    long id = add(1);
    server.get("/documents");

    Answer answer =
        server.send(
            server
                .request("/documents/" + id + "/verdict")
                .post(new FormBody.Builder().add("kind", "approved").build())
                .build());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(status(id)).isEqualTo(Status.PENDING);
  }

  @Test
  void undo_takes_back_what_was_done_last_and_shows_it() throws IOException {
    long first = add(1);
    add(2);
    server.post("/documents/" + first + "/verdict", seen(first, "kind", "approved"));

    Answer undo = server.post("/documents/undo");

    assertThat(path(undo)).isEqualTo("/documents/" + first);
    assertThat(status(first)).isEqualTo(Status.PENDING);
  }

  @Test
  void a_rejection_keeps_its_reason() throws IOException {
    long id = add(1);

    server.post(
        "/documents/" + id + "/verdict", seen(id, "kind", "rejected", "reason", "boilerplate"));

    assertThat(server.get("/documents/" + id).body()).contains("Boilerplate left in");
  }

  @Test
  void all_that_match_are_decided_after_their_number_was_shown() throws IOException {
    long first = add(1);
    long second = add(2);
    String form = server.get("/documents/all?show=open").body();
    assertThat(form).contains("2 documents match this filter");

    server.post(
        "/documents/all?show=open",
        "expected",
        "2",
        "upTo",
        value(form, "upTo"),
        "kind",
        "approved");

    assertThat(status(first)).isEqualTo(Status.APPROVED);
    assertThat(status(second)).isEqualTo(Status.APPROVED);
    server.post("/documents/undo");
    assertThat(status(first)).isEqualTo(Status.PENDING);
  }

  private static String value(String form, String name) {
    Matcher value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(form);
    assertThat(value.find()).isTrue();
    return value.group(1);
  }

  @Test
  void an_edit_is_handed_out_in_the_texts_place_and_outlives_what_is_extracted_later()
      throws IOException {
    long id = add(1);

    server.post(
        "/documents/" + id + "/edit",
        seen(id, "text", "Headline\r\n\r\nA  new\u00a0text.\r\n\r\n"));

    assertThat(server.get("/documents/" + id + "/text").body())
        .isEqualTo("Headline\n\nA new text.\n");
    library.change(id, "What the page says now.");
    assertThat(server.get("/documents/" + id + "/text").body())
        .isEqualTo("Headline\n\nA new text.\n");
    assertThat(server.get("/documents?show=conflicts").body())
        .contains("The page gives another text since this edit was made");
  }

  @Test
  void an_edit_that_is_overtaken_stays_a_draft() throws IOException {
    long id = add(1);
    String[] edit = seen(id, "text", "My hour of work.");
    server.post("/documents/" + id + "/verdict", seen(id, "kind", "rejected", "reason", "other"));

    server.post("/documents/" + id + "/edit", edit);

    assertThat(server.get("/documents/" + id).body()).contains(">My hour of work.");
    assertThat(library.jdbi().withHandle(h -> Edits.current(h, id)).isPresent()).isFalse();
  }

  @Test
  void a_draft_is_there_again_after_a_reload() throws IOException {
    long id = add(1);

    assertThat(server.post("/documents/" + id + "/draft", "text", "Half a sent").status())
        .isEqualTo(204);

    assertThat(server.get("/documents/" + id).body()).contains(">Half a sent</textarea>");
    server.post("/documents/" + id + "/discard");
    assertThat(server.get("/documents/" + id).body()).doesNotContain("Half a sent");
  }

  @Test
  void the_text_that_is_shown_is_byte_for_byte_the_file() throws IOException {
    long id = library.add("a", "خبر جديد", PROSE, "نصّ عربي فيه \u200cفاصل و\u200dوصل. " + PROSE);

    String shown = server.get("/documents/" + id + "/text").body();

    assertThat(shown).isEqualTo(library.text(id));
    assertThat(server.get("/documents/" + id).body()).contains(Sha256.hex(shown));
  }

  @Test
  void what_cannot_be_seen_is_marked_and_what_turns_directions_is_flagged() throws IOException {
    long id = add(1);
    library.change(id, "A\u200bb \u202eevil\u202c.");

    String page = server.get("/documents/" + id).body();

    assertThat(page).contains("data-sign=\"U+200B\"", "override\" data-sign=\"U+202E\"");
    assertThat(page).contains("characters that turn the direction");
  }

  @Test
  void the_page_is_sandboxed_wherever_it_is_opened() throws IOException {
    long id = add(1);

    Answer page = server.get("/documents/" + id + "/page");

    assertThat(page.header("Content-Security-Policy"))
        .startsWith("sandbox allow-scripts; default-src 'none';")
        .contains("frame-ancestors 'self'")
        .doesNotContain("allow-same-origin", "script-src 'self'", "script-src 'unsafe");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.body()).contains("class=\"k\"", "class=\"r\"", "data-r=\"");
    assertThat(page.body()).doesNotContain("href=");
  }

  @Test
  void a_token_of_another_shape_is_not_written_into_the_page() throws IOException {
    long id = add(1);

    assertThat(server.get("/documents/" + id + "/page?token=%22%3E%3Cscript%3E").body())
        .contains("data-token=\"\"");
  }

  @Test
  void every_decision_about_a_block_is_told() throws IOException {
    long id = add(1);

    String chains = "";
    for (int block = 0; block < 5; block++) {
      chains += server.get("/documents/" + id + "/blocks/" + block).body();
    }

    assertThat(chains)
        .contains("site:extract.body[0] article", "Boilerplate", "Headline", "Content");
    assertThat(server.get("/documents/" + id + "/blocks/999").status()).isEqualTo(404);
  }

  @Test
  void what_has_changed_since_a_reader_looked_is_shown() throws IOException {
    long id = add(1);
    server.get("/documents/" + id);
    library.change(id, "Entirely new words.");

    assertThat(server.get("/documents/" + id).body()).contains("changed since you saw it");
    assertThat(server.get("/documents/" + id + "/history").body())
        .contains("Since your last view", "<ins>", "Entirely new words.");
  }

  @Test
  void a_gold_mark_writes_a_sample_that_the_rule_is_tested_on() throws IOException {
    long id = add(1);

    server.post("/documents/" + id + "/gold");

    assertThat(Files.readString(library.ruleFile())).contains("tests:", "samples/");
    assertThat(library.rules().named("news.example").orElseThrow().tests()).hasSize(1);
    assertThat(server.get("/documents/" + id).body()).contains("Gold");
  }

  @Test
  void a_search_folds_arabic() throws IOException {
    library.add("a", "إعلان", "جرت الانتخاباتُ أمس في العاصمة. " + PROSE, PROSE);
    add(2);
    library.pages().indexNow();

    String found =
        server.get("/documents?q=%D8%A7%D9%86%D8%AA%D8%AE%D8%A7%D8%A8%D8%A7%D8%AA").body();

    assertThat(found).contains("إعلان").doesNotContain("Headline 2");
  }

  @Test
  void a_filter_that_makes_no_sense_does_not_choose() throws IOException {
    add(1);

    Answer answer =
        server.get(
            "/documents?show=x&order=%27&from=yesterday&least=NaN&kind=%22&quarantine=&q=%22*");

    assertThat(answer.status()).isEqualTo(200);
  }
}
