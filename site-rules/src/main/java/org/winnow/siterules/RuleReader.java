// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.siterules.RuleDraft.Host;
import org.winnow.siterules.RuleDraft.TextDraft;

/**
 * Reads rules. Everything is compiled and checked while reading; every problem is found at once and
 * named with its place. No content of a file makes it throw. Safe for use by several threads.
 */
public final class RuleReader {
  private final DraftReader drafts;

  /** A reader that checks selectors with that syntax. */
  public RuleReader(SelectorSyntax selectors) {
    this.drafts = new DraftReader(selectors);
  }

  /** Reads rules of one origin. */
  public RuleReading read(List<RuleSource> sources) {
    return readLayers(List.of(sources));
  }

  /**
   * Reads rules of two origins, such as the bundled ones and a user's. An overlaying rule replaces
   * the rule of its name, may extend rules of both origins, and wins for its hosts.
   */
  public RuleReading read(List<RuleSource> sources, List<RuleSource> overlay) {
    return readLayers(List.of(sources, overlay));
  }

  private RuleReading readLayers(List<List<RuleSource>> layers) {
    Problems problems = new Problems();
    Map<String, RuleDraft> byName = new LinkedHashMap<>();
    Set<String> broken = new HashSet<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      for (RuleSource source : layers.get(layer)) {
        Problems own = new Problems();
        for (RuleDraft draft : read(source, layer, own)) {
          if (!own.isEmpty()) {
            broken.add(source.file());
          }
          add(draft, byName, problems);
        }
        problems.addAll(own);
      }
    }
    Inheritance inheritance = new Inheritance(byName, problems);
    List<SiteRule> rules = new ArrayList<>();
    Map<String, Claim> claims = new HashMap<>();
    List<RuleDraft> inOrder = new ArrayList<>(byName.values());
    inOrder.sort(Comparator.comparingInt(RuleDraft::layer));
    for (RuleDraft draft : inOrder) {
      Optional<RuleDraft> whole = inheritance.resolve(draft);
      Url site = draft.site();
      boolean isBroken = broken.contains(draft.mark().file());
      if (whole.isPresent() && site != null && !draft.isAbstract() && !isBroken) {
        claimHosts(draft, claims, problems);
        rules.add(finished(whole.get(), site));
      }
    }
    return new RuleReading(RuleSet.of(rules), sorted(problems.list()));
  }

  private record Claim(RuleDraft rule, Host host) {}

  private List<RuleDraft> read(RuleSource source, int layer, Problems problems) {
    Optional<String> text =
        bytes(source, problems).flatMap(bytes -> RuleText.of(source.file(), bytes, problems));
    if (text.isEmpty()) {
      return List.of();
    }
    List<RuleDraft> found = new ArrayList<>();
    for (YamlNode document : YamlTree.documents(source.file(), text.get(), problems)) {
      String name = found.isEmpty() ? source.name() : source.name() + "#" + (found.size() + 1);
      drafts.read(name, layer, document, problems).ifPresent(found::add);
    }
    if (found.isEmpty() && problems.isEmpty()) {
      problems.add(new Mark(source.file(), 1, 1), "", "is empty; a rule begins with 'version: 1'");
    }
    return found;
  }

  private static Optional<byte[]> bytes(RuleSource source, Problems problems) {
    try {
      return Optional.of(source.content().read());
    } catch (NoSuchFileException e) {
      problems.add(new Mark(source.file(), 1, 1), "", "does not exist");
    } catch (IOException e) {
      problems.add(new Mark(source.file(), 1, 1), "", "cannot be read: " + reason(e));
    }
    return Optional.empty();
  }

  private static String reason(IOException e) {
    String name = e.getClass().getSimpleName().replace("Exception", "");
    return e.getMessage() == null ? name : name + " " + e.getMessage();
  }

  private static void add(RuleDraft draft, Map<String, RuleDraft> byName, Problems problems) {
    RuleDraft before = byName.put(draft.name(), draft);
    if (before != null && before.layer() == draft.layer()) {
      problems.add(
          draft.mark(),
          "",
          "two rules are called '" + draft.name() + "', the other " + before.mark());
    }
  }

  /** Notes the hosts of a rule. Two rules of one layer for one host are an error. */
  private static void claimHosts(RuleDraft draft, Map<String, Claim> claims, Problems problems) {
    for (Host host : draft.hosts()) {
      Claim before = claims.put(host.name(), new Claim(draft, host));
      if (before != null
          && before.rule().layer() == draft.layer()
          && !before.rule().name().equals(draft.name())) {
        problems.add(
            host.mark(),
            "match.hosts",
            "'" + host.name() + "' is claimed by two rules, the other at " + before.host().mark());
      }
    }
  }

  private static SiteRule finished(RuleDraft draft, Url site) {
    return new SiteRule(
        draft.name(),
        site,
        draft.hosts().stream().map(Host::name).distinct().toList(),
        draft.verified(),
        draft.extract(),
        draft.remove(),
        draft.keep(),
        finished(draft.text()),
        draft.tests(),
        draft.mark());
  }

  private static TextRule finished(TextDraft text) {
    return new TextRule(
        or(text.tatweel(), TextRule.KEEP.tatweel()),
        or(text.diacritics(), TextRule.KEEP.diacritics()),
        or(text.digits(), TextRule.KEEP.digits()),
        or(text.quotes(), TextRule.KEEP.quotes()));
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static List<RuleProblem> sorted(List<RuleProblem> problems) {
    List<RuleProblem> sorted = new ArrayList<>(problems);
    sorted.sort(
        Comparator.comparing((RuleProblem problem) -> problem.mark().file())
            .thenComparingInt(problem -> problem.mark().line())
            .thenComparingInt(problem -> problem.mark().column()));
    return sorted;
  }
}
