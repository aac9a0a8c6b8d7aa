// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Edit;
import org.winnow.corpus.Edits;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.ReviewState;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.Verdicts;
import org.winnow.extractors.Extractor;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.Workspace;
import org.winnow.review.Refusal;
import org.winnow.review.Visit;

/** Documents for programs. */
final class DocumentAnswers {
  private final Workspace workspace;

  DocumentAnswers(Workspace workspace) {
    this.workspace = workspace;
  }

  void list(Visit visit) {
    int limit = Answers.limit(visit);
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> conditions = conditions(visit, values);
    List<DocumentJson> documents =
        workspace
            .jdbi()
            .withHandle(
                handle -> {
                  Query query =
                      handle.createQuery(
                          "SELECT article.id FROM article JOIN review ON review.article_id = article.id"
                              + " WHERE "
                              + String.join(" AND ", conditions)
                              + " ORDER BY article.id LIMIT :limit");
                  List<Long> ids =
                      query.bindMap(values).bind("limit", limit).mapTo(Long.class).list();
                  return ids.stream()
                      .flatMap(id -> Articles.find(handle, id).stream())
                      .map(article -> json(handle, article))
                      .toList();
                });
    Long next = documents.size() == limit ? documents.get(limit - 1).id() : null;
    Answers.send(visit, new DocumentsJson(documents, next));
  }

  void one(Visit visit) throws IOException {
    boolean isWithBlocks = visit.query("blocks").filter("true"::equals).isPresent();
    DocumentJson document =
        workspace
            .jdbi()
            .<DocumentJson, IOException>withHandle(
                handle -> {
                  StoredArticle article =
                      Articles.find(handle, visit.number("id")).orElseThrow(Refusal::notFound);
                  ReviewState review = Verdicts.state(handle, article.id());
                  String text = Edits.current(handle, article.id()).map(Edit::text).orElse(null);
                  return DocumentJson.of(
                      article,
                      review,
                      text == null ? workspace.texts().read(article.file()) : text,
                      isWithBlocks ? blocks(Articles.parts(handle, article.id())) : null);
                });
    Answers.send(visit, document);
  }

  private static DocumentJson json(Handle handle, StoredArticle article) {
    return DocumentJson.of(article, Verdicts.state(handle, article.id()), null, null);
  }

  /** The blocks of the stored pages, by the rules in force now. */
  private List<BlockJson> blocks(List<ArticlePart> parts) throws IOException {
    Extractor extractor = new Extractor(workspace.rules().current());
    List<BlockJson> blocks = new ArrayList<>();
    for (ArticlePart part : parts) {
      FetchedPage page = workspace.archive().read(part.position());
      extractor
          .extract(page)
          .blocks()
          .forEach(block -> blocks.add(BlockJson.of(part.url().toString(), block)));
    }
    return blocks;
  }

  private static List<String> conditions(Visit visit, Map<String, Object> values) {
    List<String> conditions = new ArrayList<>();
    conditions.add("article.id > :after");
    values.put("after", Answers.number(visit, "after", 0));
    equal(visit, "site", "article.site", conditions, values);
    equal(visit, "rule", "article.rule", conditions, values);
    equal(visit, "language", "article.language", conditions, values);
    visit
        .query("status")
        .ifPresent(
            word -> {
              conditions.add("review.status = :status");
              values.put("status", status(word).word());
            });
    day(visit, "since", "article.fetched >= :since", conditions, values);
    day(visit, "until", "article.fetched < :until", conditions, values);
    double confidence = Answers.share("min_confidence", visit.query("min_confidence").orElse(null));
    if (confidence > 0) {
      conditions.add("article.confidence >= :confidence");
      values.put("confidence", confidence);
    }
    return conditions;
  }

  private static void equal(
      Visit visit,
      String name,
      String column,
      List<String> conditions,
      Map<String, Object> values) {
    visit
        .query(name)
        .ifPresent(
            value -> {
              conditions.add(column + " = :" + name);
              values.put(name, value);
            });
  }

  private static void day(
      Visit visit,
      String name,
      String condition,
      List<String> conditions,
      Map<String, Object> values) {
    @Nullable LocalDate day = Answers.day(name, visit.query(name).orElse(null));
    if (day != null) {
      conditions.add(condition);
      values.put(name, day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    }
  }

  static ReviewState.Status status(String word) {
    try {
      return ReviewState.Status.of(word);
    } catch (IllegalArgumentException unknown) {
      throw new UserError(
          "status: '" + word + "' is not one of pending, approved, rejected, edited, changed");
    }
  }
}
