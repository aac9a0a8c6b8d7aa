// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.siterules.BundledRules;
import org.winnow.siterules.RuleFolder;
import org.winnow.siterules.RuleProblem;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;
import org.winnow.siterules.SiteRule;

/**
 * The rules in force while a process goes on: the bundled ones and those of a folder over them,
 * read again when a file of the folder changes. A file that is broken by an edit keeps the rule
 * that it held before, until it is mended or deleted. Safe for use by several threads.
 */
public final class LiveRules {
  /** As seldom is looked for changes: a look takes one stat per file. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final @Nullable Path folder;
  private RuleSet rules;
  private List<RuleProblem> problems = List.of();
  private Map<String, String> files = Map.of();
  private long looked;

  private LiveRules(@Nullable Path folder, RuleSet rules) {
    this.folder = folder;
    this.rules = rules;
  }

  /** Rules that never change. */
  public static LiveRules fixed(RuleSet rules) {
    return new LiveRules(null, rules);
  }

  /**
   * The bundled rules and those of the folder. Files with {@link #problems} are left out.
   *
   * @param folder may be missing yet
   */
  public static LiveRules of(Path folder) {
    LiveRules live = new LiveRules(folder, RuleSet.none());
    live.refresh();
    return live;
  }

  /** The rules in force now. What was changed a second ago is in them. */
  public synchronized RuleSet current() {
    if (folder != null && System.nanoTime() - looked > BETWEEN_LOOKS.toNanos()) {
      refresh();
    }
    return rules;
  }

  /** Everything that is wrong in the files as they are; empty if all is well. */
  public synchronized List<RuleProblem> problems() {
    RuleSet unused = current();
    return problems;
  }

  /** Where the rules are that can be edited; empty if they never change. */
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /** Looks now whether a file was changed; the rules in force then. */
  public synchronized RuleSet refresh() {
    if (folder != null) {
      looked = System.nanoTime();
      List<RuleSource> sources = Files.exists(folder) ? RuleFolder.sources(folder) : List.of();
      Map<String, String> now = states(sources);
      if (!now.equals(files) || rules.rules().isEmpty()) {
        read(sources);
        files = now;
      }
    }
    return rules;
  }

  private void read(List<RuleSource> own) {
    List<RuleSource> bundled = BundledRules.sources();
    RuleReading reading = new RuleReader(JsoupSelectors.INSTANCE).read(bundled, own);
    problems = reading.problems();
    rules = problems.isEmpty() ? reading.rules() : withFormer(reading, own, bundled);
  }

  private RuleSet withFormer(RuleReading reading, List<RuleSource> own, List<RuleSource> bundled) {
    Set<String> wrongFiles =
        problems.stream()
            .map(problem -> problem.mark().file())
            .collect(Collectors.toUnmodifiableSet());
    Set<String> broken = new HashSet<>();
    Set<String> there = new HashSet<>();
    bundled.forEach(source -> there.add(source.name()));
    for (RuleSource source : own) {
      there.add(source.name());
      if (wrongFiles.contains(source.file())) {
        broken.add(source.name());
      }
    }
    List<SiteRule> kept = new ArrayList<>(reading.rules().rules());
    for (SiteRule former : rules.rules()) {
      boolean isLeftOut = reading.rules().named(former.name()).isEmpty();
      if (there.contains(former.name()) && (isLeftOut || broken.contains(former.name()))) {
        kept.removeIf(rule -> rule.name().equals(former.name()));
        kept.add(former);
      }
    }
    return RuleSet.of(kept);
  }

  /** By file: what changes when the file does. */
  private static Map<String, String> states(List<RuleSource> sources) {
    Map<String, String> states = new TreeMap<>();
    for (RuleSource source : sources) {
      Path file = Path.of(source.file());
      try {
        states.put(source.file(), Files.getLastModifiedTime(file) + " " + Files.size(file));
      } catch (IOException unreadable) {
        states.put(source.file(), unreadable.toString());
      }
    }
    return states;
  }
}
