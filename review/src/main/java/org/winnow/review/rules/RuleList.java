// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.winnow.pipeline.rules.RuleFiles;
import org.winnow.pipeline.rules.RuleFiles.RuleText;
import org.winnow.review.Pages;
import org.winnow.review.Routes;
import org.winnow.review.Visit;
import org.winnow.siterules.RuleProblem;
import org.winnow.siterules.RuleReading;

/** The list of rules with what is wrong in them. */
public final class RuleList implements Pages {
  private final RuleFiles files;

  RuleList(RuleFiles files) {
    this.files = files;
  }

  /**
   * A line of the list.
   *
   * @param site the address of its site; empty for a rule that others extend, or a broken one
   * @param isOwn whether it lies in the user's folder
   * @param isVerified whether it says that it was tried
   */
  public record Entry(
      String name,
      String site,
      boolean isOwn,
      boolean isVerified,
      int samples,
      List<RuleProblem> problems) {}

  @Override
  public void addTo(Routes routes) {
    routes.get("/rules", this::show);
  }

  private void show(Visit visit) {
    RuleReading reading = files.read();
    List<Entry> entries = new ArrayList<>();
    for (String name : files.names()) {
      RuleText text = files.find(name).orElse(null);
      boolean isOwn = text != null && text.isOwn();
      String file = text == null ? "" : text.path().toString();
      List<RuleProblem> problems =
          reading.problems().stream().filter(each -> each.mark().file().equals(file)).toList();
      entries.add(
          reading
              .rules()
              .named(name)
              .map(
                  rule ->
                      new Entry(
                          name,
                          rule.site().toString(),
                          isOwn,
                          rule.verified(),
                          rule.tests().size(),
                          problems))
              .orElseGet(() -> new Entry(name, "", isOwn, true, 0, problems)));
    }
    visit.show("rules/list", Map.of("entries", entries, "folder", files.folder().toString()));
  }
}
