// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.ReviewState.Status;
import org.winnow.corpus.Verdict.Kind;
import org.winnow.corpus.Verdicts.Seen;

class VerdictsTest {
  private static final Instant NOON = Instant.parse("2024-01-26T12:00:00Z");

  @TempDir Path folder;
  private Catalog catalog;
  private Handle handle;

  @BeforeEach
  void open() throws IOException {
    catalog = Catalog.open(folder.resolve("catalog.db"));
    handle = catalog.jdbi().open();
  }

  @AfterEach
  void close() {
    handle.close();
    catalog.close();
  }

  private StoredArticle saved(String path, String body) {
    Url url = Url.of("https://example.org/" + path);
    Article article =
        new Article(url, url, "Headline", null, List.of(body), null, null, "en", "r", 0.9);
    long id =
        Articles.save(
                handle,
                article,
                path + ".txt",
                new TextCounts(1, 1, 10, 10),
                true,
                NOON,
                List.of(new ArticlePart(url, new WarcPosition("a.warc.gz", 0))),
                "")
            .id();
    return Articles.find(handle, id).orElseThrow();
  }

  private Seen seen(long article) {
    StoredArticle now = Articles.find(handle, article).orElseThrow();
    return new Seen(article, Verdicts.state(handle, article).lastVerdict(), now.sha256());
  }

  private ReviewOutcome decide(Seen seen, Kind kind, String who) {
    return handle.inTransaction(
        h ->
            Verdicts.decide(h, List.of(seen), kind, kind == Kind.REJECTED ? "ads" : "", who, NOON));
  }

  private Status status(long article) {
    return Verdicts.state(handle, article).status();
  }

  @Test
  void an_article_nobody_has_looked_at_is_pending() {
    assertThat(Verdicts.state(handle, saved("a", "Text.").id()))
        .isEqualTo(new ReviewState(Status.PENDING, 0, null, false));
  }

  @Test
  void an_approval_holds_until_the_text_changes() {
    long id = saved("a", "Text.").id();
    decide(seen(id), Kind.APPROVED, "mona");
    assertThat(status(id)).isEqualTo(Status.APPROVED);

    saved("a", "Text.");
    assertThat(status(id)).isEqualTo(Status.APPROVED);

    saved("a", "Another text.");
    assertThat(status(id)).isEqualTo(Status.CHANGED);
  }

  @Test
  void every_verdict_is_kept_with_its_reason_and_reviewer() {
    long id = saved("a", "Text.").id();
    decide(seen(id), Kind.REJECTED, "mona");
    decide(seen(id), Kind.APPROVED, "omar");

    assertThat(Verdicts.of(handle, id))
        .extracting(Verdict::kind, Verdict::reason, Verdict::who)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.REJECTED, "ads", "mona"),
            org.assertj.core.groups.Tuple.tuple(Kind.APPROVED, "", "omar"));
  }

  @Test
  void the_second_of_two_reviewers_is_told_and_takes_nothing_away() {
    long id = saved("a", "Text.").id();
    Seen both = seen(id);
    decide(both, Kind.APPROVED, "mona");

    ReviewOutcome second = decide(both, Kind.REJECTED, "omar");

    assertThat(second.taken()).isZero();
    assertThat(second.overtaken()).isEqualTo(1);
    assertThat(status(id)).isEqualTo(Status.APPROVED);
  }

  @Test
  void a_verdict_about_a_text_that_has_changed_meanwhile_is_not_taken() {
    long id = saved("a", "Text.").id();
    Seen old = seen(id);
    saved("a", "Another text.");

    assertThat(decide(old, Kind.APPROVED, "mona").overtaken()).isEqualTo(1);
    assertThat(status(id)).isEqualTo(Status.PENDING);
  }

  @Test
  void of_two_reviewers_racing_over_many_articles_each_article_has_one_verdict() throws Exception {
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      seen.add(seen(saved("a" + i, "Text " + i).id()));
    }

    List<CompletableFuture<Integer>> reviewers = new ArrayList<>();
    for (String who : List.of("mona", "omar")) {
      reviewers.add(CompletableFuture.supplyAsync(() -> decideEach(seen, who)));
    }
    int taken = 0;
    for (CompletableFuture<Integer> reviewer : reviewers) {
      taken += reviewer.get();
    }

    assertThat(taken).isEqualTo(500);
    assertThat(seen).allSatisfy(one -> assertThat(Verdicts.of(handle, one.article())).hasSize(1));
  }

  private int decideEach(List<Seen> seen, String who) {
    int taken = 0;
    for (Seen one : seen) {
      taken +=
          catalog
              .jdbi()
              .inTransaction(
                  h -> Verdicts.decide(h, List.of(one), Kind.APPROVED, "", who, NOON).taken());
    }
    return taken;
  }

  @Test
  void sixty_actions_are_taken_back_one_by_one() {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      ids.add(saved("a" + i, "Text " + i).id());
      decide(seen(ids.get(i)), Kind.APPROVED, "mona");
    }
    for (int i = 59; i >= 0; i--) {
      handle.useTransaction(h -> Verdicts.undo(h, "mona", NOON));
      assertThat(status(ids.get(i))).isEqualTo(Status.PENDING);
      assertThat(i == 0 || status(ids.get(i - 1)) == Status.APPROVED).isTrue();
    }
    Optional<ReviewOutcome> nothingLeft = handle.inTransaction(h -> Verdicts.undo(h, "mona", NOON));
    assertThat(nothingLeft).isEmpty();
  }

  @Test
  void taking_back_goes_through_all_that_was_said_about_one_article() {
    long id = saved("a", "Text.").id();
    decide(seen(id), Kind.REJECTED, "mona");
    decide(seen(id), Kind.APPROVED, "mona");
    handle.useTransaction(h -> Verdicts.edited(h, seen(id), "Text.\n", "New.\n", "mona", NOON));

    List<Status> states = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      handle.useTransaction(h -> Verdicts.undo(h, "mona", NOON));
      states.add(status(id));
    }

    assertThat(states).containsExactly(Status.APPROVED, Status.REJECTED, Status.PENDING);
    assertThat(Verdicts.of(handle, id)).hasSize(6);
  }

  @Test
  void what_another_reviewer_has_decided_since_is_not_taken_back() {
    long id = saved("a", "Text.").id();
    decide(seen(id), Kind.APPROVED, "mona");
    decide(seen(id), Kind.REJECTED, "omar");

    ReviewOutcome undo = handle.inTransaction(h -> Verdicts.undo(h, "mona", NOON)).orElseThrow();

    assertThat(undo.overtaken()).isEqualTo(1);
    assertThat(status(id)).isEqualTo(Status.REJECTED);
  }

  @Test
  void an_edit_stands_in_the_texts_place_whatever_is_extracted_later() {
    StoredArticle article = saved("a", "Text.");
    long id = article.id();
    handle.useTransaction(
        h -> Verdicts.edited(h, seen(id), "Headline\n\nText.\n", "Better.\n", "mona", NOON));
    assertThat(status(id)).isEqualTo(Status.EDITED);
    decide(seen(id), Kind.APPROVED, "mona");

    saved("a", "Another text.");

    assertThat(Verdicts.state(handle, id).status()).isEqualTo(Status.APPROVED);
    assertThat(Verdicts.state(handle, id).isConflict()).isTrue();
    assertThat(Edits.current(handle, id).orElseThrow().text()).isEqualTo("Better.\n");
  }

  @Test
  void going_back_to_the_extracted_text_keeps_the_edit_in_the_history() {
    long id = saved("a", "Text.").id();
    handle.useTransaction(h -> Verdicts.edited(h, seen(id), "Text.\n", "New.\n", "mona", NOON));
    handle.useTransaction(h -> Verdicts.edited(h, seen(id), "Text.\n", null, "mona", NOON));

    assertThat(status(id)).isEqualTo(Status.PENDING);
    assertThat(Edits.current(handle, id)).isEmpty();
    assertThat(Edits.of(handle, id)).extracting(Edit::text).containsExactly("New.\n");
  }

  @Test
  void verdicts_outlive_their_article() {
    long id = saved("a", "Text.").id();
    decide(seen(id), Kind.APPROVED, "mona");

    Articles.remove(handle, id);

    assertThat(Verdicts.of(handle, id)).hasSize(1);
  }
}
