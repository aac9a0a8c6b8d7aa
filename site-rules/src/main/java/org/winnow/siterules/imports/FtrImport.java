// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleWriter;

/**
 * Makes rules of the site configs of Full-Text RSS, as fivefilters.org and others keep them: one
 * file a site, lines of {@code directive: value}, XPath. Every config becomes a rule of status
 * unverified or is named in the report; every rule passes the reader it was given. What that reader
 * does not take stands in the rule as a comment.
 */
public final class FtrImport {
  /** A family of less saves nobody anything. */
  private static final int LEAST_SHARED = 2;

  private final RuleTrial trial;

  /** An importer of rules for that reader. */
  public FtrImport(RuleReader reader) {
    this.trial = new RuleTrial(reader);
  }

  /**
   * A config to import.
   *
   * @param name the file as the user named it; its last part says the host
   * @param text what is in it
   */
  public record Config(String name, String text) {}

  /**
   * What came of it.
   *
   * @param files the rules, to be written into one folder
   */
  public record Result(List<RuleFile> files, FtrReport report) {

    public Result {
      files = List.copyOf(files);
    }
  }

  /** A config on its way to a rule. */
  private record Site(FtrHost host, FtrRule rule, RuleTrial.Outcome outcome) {}

  /** Imports the configs. Those that say the same extend a common rule. */
  public Result of(List<Config> configs) {
    List<ImportNote> notes = new ArrayList<>();
    List<FtrReport.NotImported> notImported = new ArrayList<>();
    List<Site> sites = sites(configs, notImported, notes);
    Map<List<RuleEntry>, List<Site>> groups = new LinkedHashMap<>();
    for (Site site : sites) {
      groups.computeIfAbsent(site.outcome().accepted(), entries -> new ArrayList<>()).add(site);
    }
    List<RuleFile> files = new ArrayList<>();
    int families = 0;
    int members = 0;
    for (Map.Entry<List<RuleEntry>, List<Site>> group : groups.entrySet()) {
      boolean isFamily = group.getValue().size() > 1 && group.getKey().size() >= LEAST_SHARED;
      String family = isFamily ? "families/" + group.getValue().get(0).host().ruleName() : "";
      if (isFamily) {
        families++;
        members += group.getValue().size();
        files.add(new RuleFile(family + ".yml", family(group.getKey(), group.getValue().size())));
      }
      for (Site site : group.getValue()) {
        files.add(new RuleFile(site.host().ruleName() + ".yml", yaml(site, family)));
      }
    }
    return new Result(files, report(configs.size(), sites, families, members, notImported, notes));
  }

  private List<Site> sites(
      List<Config> configs, List<FtrReport.NotImported> notImported, List<ImportNote> notes) {
    List<Site> sites = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Config config : configs) {
      Optional<FtrHost> host = FtrHost.of(config.name());
      if (host.isEmpty()) {
        notImported.add(
            new FtrReport.NotImported(
                config.name(), "the file's name is not a host's, example.org.txt"));
      } else if (!names.add(host.get().ruleName())) {
        notImported.add(
            new FtrReport.NotImported(config.name(), "another file is for " + host.get().host()));
      } else {
        FtrRule rule = FtrTranslator.translate(FtrFile.parse(config.name(), config.text()));
        RuleTrial.Outcome outcome = trial.of(host.get(), rule);
        notes.addAll(rule.notes());
        for (RuleTrial.Refusal refused : outcome.refused()) {
          int line = rule.entries().getOrDefault(refused.entry(), 1);
          notes.add(refused.note(config.name(), line));
        }
        if (outcome.problem() == null) {
          sites.add(new Site(host.get(), rule, outcome));
        } else {
          notImported.add(new FtrReport.NotImported(config.name(), outcome.problem().message()));
        }
      }
    }
    return sites;
  }

  private static String family(List<RuleEntry> entries, int members) {
    RuleWriter writer =
        new RuleWriter()
            .comment("What " + members + " sites have in common.")
            .number("version", 1)
            .flag("abstract", true);
    return RuleDocument.of(writer, entries).yaml();
  }

  private static String yaml(Site site, String family) {
    RuleWriter writer = new RuleWriter();
    writer.comment("Imported from the site config " + fileName(site.rule().file()) + ".");
    RuleTrial.head(writer, site.host(), family);
    String yaml =
        family.isEmpty()
            ? RuleDocument.of(writer, site.outcome().accepted()).yaml()
            : writer.toString();
    RuleWriter tail = new RuleWriter();
    comments(tail, "To try it on:", site.rule().samples());
    comments(
        tail,
        "Not taken over:",
        site.rule().notes().stream().map(note -> note.line() + ": " + note.message()).toList());
    comments(
        tail,
        "Not yet understood by Winnow:",
        site.outcome().refused().stream().map(RuleTrial.Refusal::words).toList());
    return yaml + tail;
  }

  private static void comments(RuleWriter writer, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      writer.blank().comment(title);
      lines.forEach(line -> writer.comment("  " + line));
    }
  }

  private static String fileName(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private static FtrReport report(
      int files,
      List<Site> sites,
      int families,
      int members,
      List<FtrReport.NotImported> notImported,
      List<ImportNote> notes) {
    return new FtrReport(
        files,
        sites.size(),
        (int) sites.stream().filter(site -> site.rule().isComplete()).count(),
        families,
        members,
        sites.stream().mapToInt(site -> site.rule().expressions()).sum(),
        sites.stream().mapToInt(site -> site.rule().translated()).sum(),
        notImported,
        notes);
  }
}
