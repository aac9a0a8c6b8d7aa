// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.ReviewOutcome;
import org.winnow.corpus.Verdict.Kind;
import org.winnow.corpus.Verdicts;
import org.winnow.corpus.Verdicts.Seen;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.Workspace;
import org.winnow.review.Visit;

/** Verdicts from programs. */
final class VerdictAnswers {
  private static final String USUAL_REVIEWER = "api";
  private static final int LONGEST = 80;
  private static final int MOST = 1000;

  private final Workspace workspace;

  VerdictAnswers(Workspace workspace) {
    this.workspace = workspace;
  }

  /** A document as it was when it was judged. */
  private record SeenJson(long id, String sha256, long lastVerdict) {}

  private record VerdictJson(
      @Nullable List<SeenJson> documents,
      @Nullable String verdict,
      @Nullable String reason,
      @Nullable String who) {}

  private record UndoJson(@Nullable String who) {}

  void decide(Visit visit) {
    VerdictJson wanted = Answers.body(visit, VerdictJson.class);
    List<SeenJson> documents = wanted.documents();
    if (documents == null || documents.isEmpty() || documents.size() > MOST) {
      throw new UserError("documents: name 1 to " + MOST);
    }
    Kind kind = kind(wanted.verdict());
    String reason = wanted.reason() == null ? "" : wanted.reason();
    if (!reason.matches("[a-z0-9-]{0,40}") || (!reason.isEmpty() && kind != Kind.REJECTED)) {
      throw new UserError("reason: a word of a-z, 0-9 and -, only with rejected");
    }
    List<Seen> seen =
        documents.stream()
            .map(each -> new Seen(each.id(), each.lastVerdict(), String.valueOf(each.sha256())))
            .toList();
    ReviewOutcome outcome =
        workspace
            .jdbi()
            .inTransaction(
                handle ->
                    Verdicts.decide(
                        handle,
                        seen,
                        kind,
                        reason,
                        who(wanted.who()),
                        workspace.clock().instant()));
    Answers.send(visit, outcome);
  }

  void undo(Visit visit) {
    String who = who(Answers.body(visit, UndoJson.class).who());
    ReviewOutcome outcome =
        workspace
            .jdbi()
            .inTransaction(
                handle -> Verdicts.undo(handle, who, workspace.clock().instant()).orElse(null));
    Answers.send(
        visit, outcome == null ? Map.of("action", 0, "taken", 0, "overtaken", 0) : outcome);
  }

  private static Kind kind(@Nullable String word) {
    for (Kind kind : List.of(Kind.APPROVED, Kind.REJECTED, Kind.PENDING)) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new UserError("verdict: '" + word + "' is not one of approved, rejected, pending");
  }

  private static String who(@Nullable String who) {
    if (who == null || who.isBlank()) {
      return USUAL_REVIEWER;
    }
    if (who.length() > LONGEST) {
      throw new UserError("who: longer than " + LONGEST + " characters");
    }
    return who;
  }
}
