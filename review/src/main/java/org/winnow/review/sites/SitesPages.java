// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.sites;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.rules.RuleHealth;
import org.winnow.pipeline.status.CorpusCounts;
import org.winnow.pipeline.status.SiteOverview;
import org.winnow.pipeline.status.SiteOverviews;
import org.winnow.review.Pages;
import org.winnow.review.Refusal;
import org.winnow.review.Routes;
import org.winnow.review.Visit;

/** What a person looks at first: which sites do well, and which do not. */
public final class SitesPages implements Pages {
  private static final int DAYS = 60;

  private final Workspace workspace;

  public SitesPages(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public void addTo(Routes routes) {
    routes.navigation(10, "/sites", "sites.navigation");
    routes.navigation(50, "/corpus", "sites.corpus.navigation");
    routes.get("/sites", this::list);
    routes.get("/sites/{name}", this::site);
    routes.get("/corpus", this::corpus);
  }

  private void list(Visit visit) {
    List<SiteRow> rows =
        workspace.jdbi().withHandle(handle -> overviews(handle).all()).stream()
            .map(SiteRow::new)
            .toList();
    visit.show("sites/list", Map.of("sites", rows));
  }

  private SiteOverviews overviews(Handle handle) {
    return new SiteOverviews(handle, workspace.rules().current(), workspace.clock().instant());
  }

  private void site(Visit visit) {
    String name = visit.path("name");
    Map<String, Object> values = new HashMap<>();
    workspace
        .jdbi()
        .useHandle(
            handle -> {
              SiteOverviews overviews = overviews(handle);
              SiteOverview site = overviews.named(name).orElseThrow(Refusal::notFound);
              values.put("site", new SiteRow(site));
              Optional<RuleHealth> health = Optional.ofNullable(site.rule()).map(overviews::health);
              values.put("health", health.filter(known -> !known.traces().isEmpty()).orElse(null));
            });
    visit.show("sites/site", values);
  }

  private void corpus(Visit visit) {
    CorpusCounts counts = workspace.jdbi().withHandle(CorpusCounts::of);
    LocalDate today = LocalDate.ofInstant(workspace.clock().instant(), ZoneOffset.UTC);
    List<Bar> days =
        today
            .minusDays(DAYS - 1)
            .datesUntil(today.plusDays(1))
            .map(day -> new Bar(day.toString(), counts.days().getOrDefault(day, 0)))
            .toList();
    visit.show("sites/corpus", Map.of("counts", counts, "days", new BarChart(days)));
  }
}
