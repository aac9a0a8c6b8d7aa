// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.siterules.RuleDraft.Host;
import org.winnow.siterules.RuleDraft.Parent;
import org.winnow.siterules.YamlNode.Mapping;

/** Reads one document of a rule file. */
final class DraftReader {
  private static final String VERSION = "1";

  private static final Url NO_SITE = Url.of("https://site.invalid/");

  private final SiteReader sites;

  DraftReader(SelectorSyntax syntax) {
    this.sites = new SiteReader(syntax);
  }

  /** The rule in that document, or empty if it is none at all. */
  Optional<RuleDraft> read(String name, int layer, YamlNode document, Problems problems) {
    if (!(document instanceof Mapping mapping)) {
      problems.add(
          document.mark(), "", "is " + document.kind() + "; a rule begins with 'version: 1'");
      return Optional.empty();
    }
    Section rule = Section.of(mapping, Keys.RULE, "", problems);
    checkVersion(rule);
    boolean isAbstract = rule.field("abstract").flatMap(Field::bool).orElse(false);
    Url site = site(rule, isAbstract);
    List<Host> hosts = hosts(rule, site);
    return Optional.of(
        new RuleDraft(
            name,
            layer,
            isAbstract,
            parent(rule),
            site,
            hosts,
            Reset.read(rule, List.of()),
            mapping,
            sites.read(name, site == null ? NO_SITE : site, hosts, mapping, rule),
            rule.mark()));
  }

  /** The rule in force, of a draft with all that it inherits. */
  SiteRule finished(RuleDraft whole, Url site, Problems problems) {
    Section rule = Section.of(whole.mapping(), Keys.RULE, "", problems);
    return sites.read(whole.name(), site, whole.hosts(), whole.mapping(), rule);
  }

  private static void checkVersion(Section rule) {
    if (!rule.has("version")) {
      rule.problem("has no version; a rule begins with 'version: 1'");
    }
    rule.field("version")
        .ifPresent(
            field ->
                field
                    .text()
                    .filter(version -> !version.equals(VERSION))
                    .ifPresent(
                        version -> field.problem("'" + version + "' is not a version; write 1")));
  }

  private static @Nullable Parent parent(Section rule) {
    return rule.field("extends")
        .flatMap(field -> field.text().map(name -> new Parent(name, field.mark())))
        .orElse(null);
  }

  private static @Nullable Url site(Section rule, boolean isAbstract) {
    Optional<Field> field = rule.field("site");
    if (field.isEmpty()) {
      if (!isAbstract) {
        rule.problem("has no site; write 'site: https://host/', or 'abstract: true'");
      }
      return null;
    }
    Optional<String> text = field.get().text();
    Optional<Url> site = text.flatMap(Url::parse);
    if (text.isPresent() && site.isEmpty()) {
      boolean isHost = text.get().length() < 200 && text.get().matches("[^\\s/:]+\\.[^\\s:]+");
      field
          .get()
          .problem(
              "'"
                  + text.get()
                  + "' is not an http(s) address"
                  + (isHost ? " (did you mean https://" + text.get() + "?)" : ""));
    }
    return site.orElse(null);
  }

  private static List<Host> hosts(Section rule, @Nullable Url site) {
    Optional<Field> given =
        rule.section("match", Keys.MATCH).flatMap(match -> match.field("hosts"));
    List<Host> hosts = new ArrayList<>();
    if (given.isPresent()) {
      for (Field item : given.get().items()) {
        item.text()
            .flatMap(text -> HostPattern.of(text, item))
            .ifPresent(name -> hosts.add(new Host(name, item.mark())));
      }
    } else if (site != null) {
      Mark mark = rule.field("site").map(Field::mark).orElse(rule.mark());
      HostPattern.defaults(site.host()).forEach(name -> hosts.add(new Host(name, mark)));
    }
    return hosts;
  }
}
