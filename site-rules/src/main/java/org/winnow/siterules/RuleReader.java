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
import org.winnow.corpus.Url;
import org.winnow.siterules.RuleDraft.Host;

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
      for (FileReading file : read(layers.get(layer), layer)) {
        for (RuleDraft draft : file.drafts()) {
          if (!file.problems().isEmpty()) {
            broken.add(file.source().file());
          }
          add(draft, byName, problems);
        }
        problems.addAll(file.problems());
      }
    }
    Inheritance inheritance = new Inheritance(byName, problems);
    List<SiteRule> rules = new ArrayList<>();
    Map<String, Claim> claims = new HashMap<>();
    List<RuleDraft> inOrder = new ArrayList<>(byName.values());
    inOrder.sort(
        Comparator.comparingInt(RuleDraft::layer)
            .thenComparingInt(draft -> draft.alone().match().priority()));
    // What a faulty file says to its heirs has been said already.
    Problems inherited = broken.isEmpty() ? problems : new Problems();
    for (RuleDraft draft : inOrder) {
      Optional<RuleDraft> whole = inheritance.resolve(draft);
      Url site = draft.site();
      boolean isBroken = broken.contains(draft.mark().file());
      if (whole.isPresent() && site != null && !draft.isAbstract() && !isBroken) {
        claimHosts(draft, claims, problems);
        claimFingerprint(draft, claims, problems);
        rules.add(finished(draft, whole.get(), site, inherited));
      }
    }
    return new RuleReading(RuleSet.of(rules), sorted(problems.list()));
  }

  private record Claim(RuleDraft rule, Host host) {}

  private record FileReading(RuleSource source, List<RuleDraft> drafts, Problems problems) {}

  /** The files one by one, on all processors; what one says does not depend on the others. */
  private List<FileReading> read(List<RuleSource> sources, int layer) {
    return sources.parallelStream()
        .map(
            source -> {
              Problems own = new Problems();
              return new FileReading(source, read(source, layer, own), own);
            })
        .toList();
  }

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

  /** Notes the hosts of a rule. Two rules of one layer and priority for a host are an error. */
  private static void claimHosts(RuleDraft draft, Map<String, Claim> claims, Problems problems) {
    for (Host host : draft.hosts()) {
      Claim before = claims.put(host.name(), new Claim(draft, host));
      if (before != null && isTie(before.rule(), draft)) {
        problems.add(
            host.mark(),
            "match.hosts",
            "'" + host.name() + "' is claimed by two rules, the other at " + before.host().mark());
      }
    }
  }

  /** Notes what a rule asks of pages of other hosts, as if it were one more host. */
  private static void claimFingerprint(
      RuleDraft draft, Map<String, Claim> claims, Problems problems) {
    List<Condition> when = draft.alone().match().when();
    if (when.isEmpty()) {
      return;
    }
    String fingerprint =
        when.stream()
            .map(each -> each.css() + " " + each.meta() + " " + each.contains())
            .sorted()
            .toList()
            .toString();
    Host host = new Host("when " + fingerprint, when.get(0).mark());
    Claim before = claims.put(host.name(), new Claim(draft, host));
    if (before != null && isTie(before.rule(), draft)) {
      problems.add(
          host.mark(),
          "match.when",
          "is the same as at " + before.host().mark() + "; give one of both a higher priority");
    }
  }

  private static boolean isTie(RuleDraft one, RuleDraft other) {
    return one.layer() == other.layer()
        && !one.name().equals(other.name())
        && one.alone().match().priority() == other.alone().match().priority();
  }

  private SiteRule finished(RuleDraft draft, RuleDraft whole, Url site, Problems problems) {
    return draft.parent() == null ? draft.alone() : drafts.finished(whole, site, problems);
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
