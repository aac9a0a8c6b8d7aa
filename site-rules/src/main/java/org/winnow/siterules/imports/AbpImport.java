// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.siterules.RuleWriter;
import org.winnow.siterules.SelectorSyntax;
import org.winnow.siterules.imports.ImportNote.Kind;

/**
 * Makes rules of the plain cosmetic filters in an Adblock list: {@code ##.ad-box} for an abstract
 * rule that others extend, {@code example.org##.ad-box} for a rule of that host. Exceptions ({@code
 * #@#}) take a selector back, everywhere or on their host. Filters of the network are counted; what
 * goes beyond CSS is reported.
 */
public final class AbpImport {
  private final SelectorSyntax syntax;

  /** An importer that takes the selectors which that syntax takes. */
  public AbpImport(SelectorSyntax syntax) {
    this.syntax = syntax;
  }

  /**
   * What came of a list.
   *
   * @param yaml the rules: the abstract one, then one for each host
   * @param general how many selectors the abstract rule has
   * @param hosts how many hosts have rules
   * @param network how many filters are about the network, and not taken over
   * @param notes what else was not taken over, by file and line
   */
  public record Result(String yaml, int general, int hosts, int network, List<ImportNote> notes) {

    public Result {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Imports a list.
   *
   * @param rule the name of the rule, by which the hosts' rules extend it: the file that it is
   *     written to, without the extension
   * @param file the list as the user named it
   */
  public Result of(String rule, String file, String text) {
    Lists lists = new Lists();
    int number = 0;
    for (String line : text.replace("\uFEFF", "").lines().toList()) {
      number++;
      AbpFilter filter = AbpFilter.of(line.strip());
      if (filter.kind() == AbpFilter.Kind.NETWORK) {
        lists.network++;
      } else if (filter.kind() != AbpFilter.Kind.NOTHING) {
        add(lists, filter, file, number);
      }
    }
    lists.takeBack();
    return new Result(
        yaml(rule, lists), lists.general.size(), lists.hosts().size(), lists.network, lists.notes);
  }

  private void add(Lists lists, AbpFilter filter, String file, int number) {
    String selector = filter.selector();
    String problem =
        filter.kind() == AbpFilter.Kind.EXTENDED
            ? "goes beyond CSS"
            : syntax.problemWith(selector).orElse("");
    if (!problem.isEmpty()) {
      lists.notes.add(
          new ImportNote(file, number, Kind.UNSUPPORTED, "not CSS", selector + ": " + problem));
      return;
    }
    boolean isException = filter.kind() == AbpFilter.Kind.EXCEPTION;
    if (filter.isGeneral()) {
      (isException ? lists.generalExceptions : lists.general).add(selector);
    }
    for (String host : filter.hosts()) {
      add(isException ? lists.exceptions : lists.removals, host, selector);
    }
    for (String host : filter.otherHosts()) {
      add(lists.exceptions, host, selector);
    }
  }

  private static void add(Map<String, Set<String>> byHost, String host, String selector) {
    byHost.computeIfAbsent(host, key -> new LinkedHashSet<>()).add(selector);
  }

  private static String yaml(String rule, Lists lists) {
    RuleWriter head =
        new RuleWriter()
            .comment("Imported from an Adblock list; 'extends: " + rule + "' takes it over.")
            .number("version", 1)
            .flag("abstract", true);
    selectors(head, lists.general);
    StringBuilder yaml = new StringBuilder(head.toString());
    for (String host : lists.hosts()) {
      RuleWriter writer =
          new RuleWriter()
              .number("version", 1)
              .text("extends", rule)
              .text("site", "https://" + host + "/")
              .begin("match")
              .texts("hosts", List.of(host, "*." + host))
              .end()
              .text("status", "unverified");
      selectors(writer, lists.removals.getOrDefault(host, Set.of()));
      Set<String> kept = lists.exceptions.getOrDefault(host, Set.of());
      if (!kept.isEmpty()) {
        writer.texts("keep", List.copyOf(kept));
      }
      yaml.append("---\n").append(writer);
    }
    return yaml.toString();
  }

  private static void selectors(RuleWriter writer, Set<String> selectors) {
    if (!selectors.isEmpty()) {
      writer.begin("remove").texts("selectors", new ArrayList<>(selectors)).end();
    }
  }

  /** What a list says, by host. */
  private static final class Lists {
    private final Set<String> general = new LinkedHashSet<>();
    private final Set<String> generalExceptions = new LinkedHashSet<>();
    private final Map<String, Set<String>> removals = new LinkedHashMap<>();
    private final Map<String, Set<String>> exceptions = new LinkedHashMap<>();
    private final List<ImportNote> notes = new ArrayList<>();
    private int network;

    /** An exception wherever it stands wins over the filter. */
    private void takeBack() {
      general.removeAll(generalExceptions);
      removals.values().forEach(selectors -> selectors.removeAll(generalExceptions));
      removals.forEach(
          (host, selectors) -> selectors.removeAll(exceptions.getOrDefault(host, Set.of())));
      exceptions.values().forEach(kept -> kept.retainAll(general));
      removals.values().removeIf(Set::isEmpty);
      exceptions.values().removeIf(Set::isEmpty);
    }

    private Set<String> hosts() {
      Set<String> hosts = new LinkedHashSet<>(removals.keySet());
      hosts.addAll(exceptions.keySet());
      return hosts;
    }
  }
}
