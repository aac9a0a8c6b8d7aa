// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.pipeline.rules.RuleFiles;
import org.winnow.pipeline.rules.RuleFiles.RuleText;
import org.winnow.pipeline.rules.RuleVersions;
import org.winnow.pipeline.rules.RuleVersions.Conflict;
import org.winnow.pipeline.rules.RuleVersions.Edit;
import org.winnow.siterules.RulePatch;
import org.winnow.siterules.RuleProblem;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSource;
import org.winnow.siterules.ScheduleRule;

/**
 * Writes schedules into the rules' files, with everything else there as it is written. Safe for use
 * by several threads.
 */
public final class ScheduleEdits {
  /** What a schedule is made of, in the order of the reference. */
  public static final List<String> KEYS =
      List.of("cron", "every", "timezone", "jitter", "misfire", "overlap", "window", "maxRuntime");

  private final RuleFiles files;
  private final RuleVersions versions;

  public ScheduleEdits(RuleFiles files, RuleVersions versions) {
    this.files = files;
    this.versions = versions;
  }

  /**
   * What fields say.
   *
   * @param schedule null if there are problems
   * @param problems each in words
   */
  public record Checked(@Nullable ScheduleRule schedule, List<String> problems) {
    public Checked {
      problems = List.copyOf(problems);
    }
  }

  /** The schedule that these fields are; those that are blank are left out. */
  public static Checked check(Map<String, String> fields) {
    Map<String, String> said = said(fields);
    if (said.isEmpty()) {
      return new Checked(ScheduleRule.NONE, List.of());
    }
    Optional<String> text =
        RulePatch.of("version: 1\nsite: https://a.example/\n").set("schedule", said);
    if (text.isEmpty()) {
      return new Checked(null, List.of("these are no values of a schedule"));
    }
    RuleSource source = new RuleSource("a", "a", () -> text.get().getBytes(StandardCharsets.UTF_8));
    RuleReading reading = new RuleReader(JsoupSelectors.INSTANCE).read(List.of(source));
    return reading.problems().isEmpty()
        ? new Checked(reading.rules().rules().get(0).crawl().schedule(), List.of())
        : new Checked(null, reading.problems().stream().map(ScheduleEdits::words).toList());
  }

  /** What the rule's own file says under {@code schedule}; inherited values are not in it. */
  public Map<String, String> fields(String site) {
    Map<String, String> fields = new LinkedHashMap<>();
    files
        .find(site)
        .ifPresent(
            text ->
                KEYS.forEach(
                    key ->
                        patch(site, text)
                            .value("schedule." + key)
                            .ifPresent(value -> fields.put(key, value))));
    return fields;
  }

  /** What the file is now, for {@link #save}; empty if there is no such rule. */
  public String base(String site) {
    return files.find(site).map(RuleText::sha256).orElse("");
  }

  /**
   * Saves the schedule as a new version of the rule's file; without any field it has none more.
   *
   * @param base what was edited, as {@link #base} said
   * @return why it was not saved, in words; empty if it was
   * @throws IOException if the file cannot be written
   */
  public List<String> save(String site, String base, Map<String, String> fields, String author)
      throws IOException {
    Checked checked = check(fields);
    Optional<RuleText> file = files.find(site);
    if (!checked.problems().isEmpty()) {
      return checked.problems();
    }
    if (file.isEmpty()) {
      return List.of("there is no rule of that name any more");
    }
    RulePatch patch = patch(site, file.get());
    Map<String, String> said = said(fields);
    Optional<String> text =
        said.isEmpty() ? removed(site, patch, file.get()) : patch.set("schedule", said);
    if (text.isEmpty()) {
      return List.of("the file is written in a way that wants a person; edit its text");
    }
    List<RuleProblem> problems = files.readAlone(site, text.get()).problems();
    if (!problems.isEmpty()) {
      return problems.stream().map(RuleProblem::toString).toList();
    }
    boolean isConflict =
        versions.save(new Edit(site, base, text.get(), "Schedule", author, "")) instanceof Conflict;
    return isConflict ? List.of("somebody else has changed the rule; look again") : List.of();
  }

  private Optional<String> removed(String site, RulePatch patch, RuleText file) {
    return fields(site).isEmpty() ? Optional.of(file.text()) : patch.remove("schedule");
  }

  private static RulePatch patch(String site, RuleText file) {
    int number = site.indexOf('#');
    return new RulePatch(
        file.text(), number < 0 ? 0 : Integer.parseInt(site.substring(number + 1)) - 1);
  }

  private static Map<String, String> said(Map<String, String> fields) {
    Map<String, String> said = new LinkedHashMap<>();
    for (String key : KEYS) {
      String value = fields.getOrDefault(key, "").strip();
      if (!value.isEmpty()) {
        said.put(key, value);
      }
    }
    return said;
  }

  private static String words(RuleProblem problem) {
    String key = problem.path().replaceFirst("^schedule\\.?", "");
    return (key.isEmpty() ? "" : key + ": ") + problem.message();
  }
}
