// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.rules.RuleFiles;
import org.winnow.pipeline.rules.RuleVersions;
import org.winnow.pipeline.schedule.ScheduleEdits;
import org.winnow.review.Pages;
import org.winnow.review.api.ApiPages;
import org.winnow.review.documents.DocumentPages;
import org.winnow.review.documents.Reviewer;
import org.winnow.review.rules.RuleDesk;
import org.winnow.review.rules.RulesPages;
import org.winnow.review.runs.RunPages;
import org.winnow.review.runs.SchedulePages;
import org.winnow.review.sites.SitesPages;

/** All pages of a data folder that is open. */
final class ServedPages implements AutoCloseable {
  private final DocumentPages documents;
  private final List<Pages> pages;

  ServedPages(ServedRuns runs, Clock clock) {
    Workspace workspace = runs.workspace();
    RuleFiles files = new RuleFiles(workspace.rules().folder().orElseThrow());
    documents =
        new DocumentPages(
            workspace.jdbi(),
            workspace.archive(),
            workspace.texts(),
            () -> workspace.rules().current(),
            workspace.titles(),
            clock);
    RuleDesk desk =
        new RuleDesk(
            workspace.jdbi(),
            workspace.archive(),
            files,
            workspace.titles(),
            () -> approved(workspace),
            runs::fetcher,
            runs::keep,
            Reviewer::of,
            clock);
    ScheduleEdits schedules =
        new ScheduleEdits(files, new RuleVersions(workspace.jdbi(), files, clock));
    pages =
        List.of(
            new SitesPages(workspace),
            documents,
            new RulesPages(desk),
            new RunPages(workspace, runs.scheduler()),
            new SchedulePages(workspace, runs.scheduler(), schedules),
            new ApiPages(workspace));
  }

  List<Pages> all() {
    return pages;
  }

  private static Set<Long> approved(Workspace workspace) {
    return workspace
        .jdbi()
        .withHandle(
            handle ->
                new HashSet<>(
                    handle
                        .createQuery("SELECT article_id FROM review WHERE status = 'approved'")
                        .mapTo(Long.class)
                        .list()));
  }

  @Override
  public void close() {
    documents.close();
  }
}
