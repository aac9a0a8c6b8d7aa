// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.Runs;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.status.SiteOverviews;
import org.winnow.review.Pages;
import org.winnow.review.Refusal;
import org.winnow.review.Routes;
import org.winnow.review.Visit;

/**
 * The same sites, runs, documents and verdicts as the pages show, for programs. {@code
 * openapi.json} describes every route.
 */
public final class ApiPages implements Pages {
  private final Workspace workspace;
  private final DocumentAnswers documents;
  private final VerdictAnswers verdicts;
  private final ExportAnswers exports;

  public ApiPages(Workspace workspace) {
    this.workspace = workspace;
    this.documents = new DocumentAnswers(workspace);
    this.verdicts = new VerdictAnswers(workspace);
    this.exports = new ExportAnswers(workspace);
  }

  @Override
  public void addTo(Routes routes) {
    routes.api("GET", "/api/openapi.json", ApiPages::describe);
    routes.api("GET", "/api/sites", this::sites);
    routes.api("GET", "/api/sites/{name}", this::site);
    routes.api("GET", "/api/runs", this::runs);
    routes.api("GET", "/api/runs/{id}", this::run);
    routes.api("GET", "/api/documents", documents::list);
    routes.api("GET", "/api/documents/{id}", documents::one);
    routes.api("POST", "/api/verdicts", verdicts::decide);
    routes.api("POST", "/api/verdicts/undo", verdicts::undo);
    routes.api("GET", "/api/export", exports::toProgram);
    routes.post("/corpus/export", exports::toPerson);
  }

  private static void describe(Visit visit) throws IOException {
    try (InputStream in = ApiPages.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is not in the jar");
      }
      visit.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private SiteOverviews overviews(Handle handle) {
    return new SiteOverviews(handle, workspace.rules().current(), workspace.clock().instant());
  }

  private void sites(Visit visit) {
    List<SiteJson> sites =
        workspace
            .jdbi()
            .withHandle(handle -> overviews(handle).all().stream().map(SiteJson::of).toList());
    Answers.send(visit, Map.of("sites", sites));
  }

  private void site(Visit visit) {
    SiteJson site =
        workspace
            .jdbi()
            .withHandle(
                handle ->
                    overviews(handle)
                        .named(visit.path("name"))
                        .map(SiteJson::of)
                        .orElseThrow(Refusal::notFound));
    Answers.send(visit, site);
  }

  private void runs(Visit visit) {
    long before = Answers.number(visit, "before", Long.MAX_VALUE);
    int limit = Answers.limit(visit);
    String site = visit.query("site").orElse(null);
    List<RunJson> runs =
        workspace
            .jdbi()
            .withHandle(
                handle ->
                    Runs.before(handle, site, before, limit).stream().map(RunJson::of).toList());
    Long next = runs.size() == limit ? runs.get(limit - 1).id() : null;
    Answers.send(visit, new RunsJson(runs, next));
  }

  private void run(Visit visit) {
    RunJson run =
        workspace
            .jdbi()
            .withHandle(
                handle ->
                    Runs.find(handle, visit.number("id"))
                        .map(RunJson::of)
                        .orElseThrow(Refusal::notFound));
    Answers.send(visit, run);
  }
}
