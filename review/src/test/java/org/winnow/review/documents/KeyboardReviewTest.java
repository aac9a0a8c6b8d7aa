// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.DocumentFilter;
import org.winnow.corpus.DocumentFilter.Show;
import org.winnow.corpus.Documents;
import org.winnow.corpus.Edits;
import org.winnow.corpus.ReviewState.Status;
import org.winnow.corpus.Verdict;
import org.winnow.corpus.Verdicts;
import org.winnow.review.TestServer;

class KeyboardReviewTest {
  private static final String PROSE =
      "The council met on Monday and agreed on a plan for the old harbour of the town, which had"
          + " stood empty for more than twenty years before anybody asked what should become of it."
          + " ";

  private static Chromium chromium;
  @TempDir Path folder;
  private Library library;
  private TestServer server;
  private Page page;

  @BeforeAll
  static void startBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  static void closeBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void start() throws IOException {
    library = new Library(folder);
    server = TestServer.start(folder, library.pages());
    page = chromium.page(server);
  }

  @AfterEach
  void stop() throws IOException {
    page.context().close();
    server.close();
    library.close();
  }

  private List<Long> add(int count) throws IOException {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(library.add("a" + i, "Headline " + i, PROSE + i, PROSE + "More."));
    }
    library.pages().indexNow();
    return ids;
  }

  private long count(Show show) {
    return library.jdbi().withHandle(h -> Documents.count(h, DocumentFilter.of(show)));
  }

  private Status status(long id) {
    return library.jdbi().withHandle(handle -> Verdicts.state(handle, id).status());
  }

  private long shown() {
    return Long.parseLong(page.locator("#document").getAttribute("data-id"));
  }

  private void open(String path) {
    page.navigate(server.url(path));
    page.waitForFunction("() => window.winnow && window.htmx");
  }

  /** Presses a key and waits for what it swaps in. */
  private void pressAndWait(String key) {
    page.evaluate("() => { document.getElementById('desk').dataset.old = 'yes'; }");
    page.keyboard().press(key);
    page.waitForFunction("() => !document.getElementById('desk').dataset.old");
  }

  @Test
  void fifty_documents_are_approved_by_keys_alone() throws IOException {
    add(50);
    open("/documents");

    for (int i = 0; i < 50; i++) {
      pressAndWait("a");
    }

    assertThat(count(Show.APPROVED)).isEqualTo(50);
    assertThat(page.locator(".nothing").textContent()).contains("Nothing is left");
    for (int i = 0; i < 50; i++) {
      pressAndWait("u");
    }
    assertThat(count(Show.APPROVED)).isZero();
  }

  @Test
  void keys_that_are_pressed_faster_than_the_server_answers_are_not_lost() throws IOException {
    add(10);
    open("/documents");

    for (int i = 0; i < 10; i++) {
      page.keyboard().press("a");
    }

    page.waitForSelector(".nothing");
    assertThat(count(Show.APPROVED)).isEqualTo(10);
  }

  @Test
  void keys_work_by_their_place_under_an_arabic_layout() throws IOException {
    List<Long> ids = add(3);
    open("/documents");

    physical("KeyA", "ش");
    page.waitForFunction(
        "() => document.getElementById('document').dataset.id === '" + ids.get(1) + "'");
    physical("KeyR", "ق");
    physical("Digit2", "٢");
    page.waitForFunction(
        "() => document.getElementById('document').dataset.id === '" + ids.get(2) + "'");

    assertThat(status(ids.get(0))).isEqualTo(Status.APPROVED);
    assertThat(status(ids.get(1))).isEqualTo(Status.REJECTED);
  }

  /** As a keyboard with that layout sends it: the place of the key, and the letter on it. */
  private void physical(String code, String letter) {
    page.evaluate(
        "([code, key]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
            + " { code, key, bubbles: true, cancelable: true }))",
        List.of(code, letter));
  }

  @Test
  void going_back_and_forth_keeps_the_place_and_the_address() throws IOException {
    List<Long> ids = add(3);
    open("/documents");

    pressAndWait("j");
    assertThat(shown()).isEqualTo(ids.get(1));
    assertThat(page.url()).endsWith("/documents/" + ids.get(1));
    pressAndWait("k");
    assertThat(shown()).isEqualTo(ids.get(0));
    page.goBack();
    page.waitForFunction(
        "() => document.getElementById('document').dataset.id === '" + ids.get(1) + "'");
  }

  @Test
  void keys_rest_while_somebody_types() throws IOException {
    add(2);
    open("/documents");

    page.keyboard().press("/");
    page.keyboard().type("aaa rrr 111");

    assertThat(page.locator("#q").inputValue()).isEqualTo("aaa rrr 111");
    assertThat(count(Show.PENDING)).isEqualTo(2);
  }

  @Test
  void an_edit_survives_a_reload_in_the_middle_and_is_saved_by_keys() throws IOException {
    long id = add(1).get(0);
    open("/documents");

    page.keyboard().press("e");
    page.locator("#editor").fill("Half a sentence");
    page.waitForFunction("() => document.getElementById('draft-state').textContent !== ''");
    page.reload();
    page.waitForFunction("() => window.winnow && window.htmx");
    assertThat(page.locator("#editor").inputValue()).isEqualTo("Half a sentence");
    page.locator("#editor").focus();
    page.keyboard().press("End");
    page.keyboard().type(", and the rest.");
    pressAndWait("Control+Enter");

    assertThat(library.jdbi().withHandle(h -> Edits.current(h, id)).orElseThrow().text())
        .isEqualTo("Half a sentence, and the rest.\n");
    assertThat(status(id)).isEqualTo(Status.EDITED);
  }

  @Test
  void what_is_typed_just_before_the_page_goes_is_kept() throws IOException {
    add(1);
    open("/documents");

    page.keyboard().press("e");
    page.locator("#editor").fill("Typed in haste");
    page.reload();

    page.waitForFunction("() => window.winnow && window.htmx");
    assertThat(page.locator("#editor").inputValue()).isEqualTo("Typed in haste");
  }

  @Test
  void a_selection_is_kept_over_documents_and_reloads_and_approved_at_once() throws IOException {
    List<Long> ids = add(4);
    open("/documents");

    page.keyboard().press("x");
    pressAndWait("j");
    page.keyboard().press("x");
    page.reload();
    page.waitForFunction("() => window.winnow && window.htmx");
    assertThat(page.locator("input[name=doc]:checked").count()).isEqualTo(2);
    pressAndWait("Shift+A");

    assertThat(count(Show.APPROVED)).isEqualTo(2);
    assertThat(status(ids.get(2))).isEqualTo(Status.PENDING);
    pressAndWait("u");
    assertThat(count(Show.APPROVED)).isZero();
  }

  @Test
  void keys_work_while_the_page_itself_has_the_focus() throws IOException {
    List<Long> ids = add(2);
    open("/documents");
    page.frameLocator("#page").locator("[data-b]").first().click();

    page.evaluate("() => { document.getElementById('desk').dataset.old = 'yes'; }");
    page.keyboard().press("a");
    page.waitForFunction("() => !document.getElementById('desk').dataset.old");

    assertThat(status(ids.get(0))).isEqualTo(Status.APPROVED);
  }

  @Test
  void a_block_of_the_page_and_its_paragraph_are_shown_together() throws IOException {
    add(1);
    open("/documents");

    page.frameLocator("#page").locator(".k").last().hover();
    page.waitForSelector("#text p.on");
    page.keyboard().press("i");
    page.waitForSelector("#chain [data-block]");

    assertThat(page.locator("#chain").textContent()).contains("extract.body");
  }

  @Test
  void the_second_of_two_reviewers_sees_what_the_first_has_decided() throws IOException {
    long id = add(2).get(0);
    open("/documents");
    Verdicts.Seen seen = library.jdbi().withHandle(h -> Documents.find(h, id).orElseThrow().seen());
    library
        .jdbi()
        .useTransaction(
            h ->
                Verdicts.decide(
                    h, List.of(seen), Verdict.Kind.REJECTED, "other", "omar", Instant.now()));

    pressAndWait("a");

    assertThat(page.locator("#notice").textContent()).contains("somebody else has decided");
    assertThat(shown()).isEqualTo(id);
    assertThat(status(id)).isEqualTo(Status.REJECTED);
  }

  @Test
  void nothing_is_asked_for_elsewhere_and_no_script_fails() throws IOException {
    List<String> failures = new ArrayList<>();
    page.onPageError(failures::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            failures.add(message.text());
          }
        });
    add(2);
    open("/documents");

    for (String key : List.of("d", "v", "p", "i", "Escape", "j", "k", "?")) {
      page.keyboard().press(key);
    }
    page.waitForSelector("dialog[open]");

    assertThat(failures).isEmpty();
    assertThat(chromium.elsewhere()).isEmpty();
  }
}
