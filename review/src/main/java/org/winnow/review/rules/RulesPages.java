// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import org.winnow.pipeline.rules.ImpactPreview;
import org.winnow.pipeline.rules.RuleVersions;
import org.winnow.review.Pages;
import org.winnow.review.Routes;

/** Everything about rules: the list, the editor, and the adding of sites. */
public final class RulesPages implements Pages {
  private final RuleDesk desk;

  public RulesPages(RuleDesk desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(Routes routes) {
    RuleVersions versions = new RuleVersions(desk.catalog(), desk.files(), desk.clock());
    ImpactPreview preview =
        new ImpactPreview(desk.catalog(), desk.archive(), desk.titles(), desk.approved());
    Previews previews = new Previews(desk.files(), preview);
    StoredPages pages = new StoredPages(desk);
    RuleEditor editor = new RuleEditor(desk, versions, previews, pages);
    routes.navigation(40, "/rules", "rules.title");
    new RuleList(desk.files()).addTo(routes);
    editor.addTo(routes);
    new VersionPages(desk, versions, previews).addTo(routes);
    new PreviewPages(previews).addTo(routes);
    new PointingPages(desk, pages).addTo(routes);
    new AddSitePages(desk, versions).addTo(routes);
  }
}
