// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.winnow.corpus.PageKind;
import org.winnow.corpus.Url;
import org.winnow.siterules.QualityRule.Part;
import org.winnow.siterules.RuleDraft.Host;
import org.winnow.siterules.YamlNode.Mapping;

/** Reads everything that a rule says, from its mapping. */
final class SiteReader {
  /** More words than any article that is not worth keeping has. */
  private static final int MOST_WORDS = 100_000;

  private final SelectorReader selectors;
  private final ExtractReader extracts;
  private final RemoveReader removes;
  private final LayoutReader layouts;
  private final ConditionReader conditions;
  private final CrawlReader crawls;
  private final SampleReader samples = new SampleReader();

  SiteReader(SelectorSyntax syntax) {
    selectors = new SelectorReader(syntax);
    extracts = new ExtractReader(selectors);
    removes = new RemoveReader(selectors);
    layouts = new LayoutReader(extracts, removes);
    conditions = new ConditionReader(selectors);
    crawls = new CrawlReader(selectors);
  }

  /**
   * The rule in that mapping.
   *
   * @param site its address; of an abstract rule any
   */
  SiteRule read(String name, Url site, List<Host> hosts, Mapping mapping, Section rule) {
    return new SiteRule(
        name,
        site,
        hosts.stream().map(Host::name).distinct().toList(),
        rule.section("match", Keys.MATCH).map(conditions::match).orElse(MatchRule.HOSTS),
        rule.choice("status").orElse("verified").equals("verified"),
        rule.text("revision").orElse(null),
        rule.section("extract", Keys.EXTRACT).map(extracts::read).orElse(ExtractRule.NONE),
        rule.section("remove", Keys.REMOVE).map(removes::read).orElse(RemoveRule.NONE),
        selectors.selectors(rule, "keep"),
        layouts.read(rule, mapping),
        rule.choice("fallback", Fallback.class).orElse(Fallback.NONE),
        rule.section("text", Keys.TEXT).map(SiteReader::text).orElse(TextRule.KEEP),
        rule.section("languages", Keys.LANGUAGES)
            .map(SiteReader::languages)
            .orElse(LanguageRule.ANY),
        rule.section("quality", Keys.QUALITY).map(SiteReader::quality).orElse(QualityRule.NONE),
        rule.section("output", Keys.OUTPUT)
            .flatMap(output -> output.field("file"))
            .flatMap(FilePattern::read)
            .orElse(null),
        crawls.read(rule, site),
        rule.field("tests").map(samples::read).orElse(List.of()),
        Merge.values(mapping),
        rule.mark());
  }

  private static TextRule text(Section section) {
    TextRule keep = TextRule.KEEP;
    return new TextRule(
        section.choice("tatweel", TextRule.Tatweel.class).orElse(keep.tatweel()),
        section.choice("diacritics", TextRule.Diacritics.class).orElse(keep.diacritics()),
        section.choice("digits", TextRule.Digits.class).orElse(keep.digits()),
        section.choice("quotes", TextRule.Quotes.class).orElse(keep.quotes()));
  }

  private static LanguageRule languages(Section section) {
    List<String> expect = new ArrayList<>();
    for (Field item : section.items("expect")) {
      item.text().flatMap(tag -> language(tag, item)).ifPresent(expect::add);
    }
    boolean isSeparate = section.choice("files").orElse("one").equals("separate");
    if (isSeparate && !section.has("split")) {
      section.field("files").ifPresent(field -> field.problem("goes only with split: script"));
    }
    return new LanguageRule(
        List.copyOf(expect),
        section.choice("split").isPresent(),
        isSeparate,
        section.field("alternates").flatMap(Field::bool).orElse(false));
  }

  private static Optional<String> language(String tag, Field item) {
    String primary = Locale.forLanguageTag(tag).getLanguage();
    if (primary.isEmpty() || !tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9-]+)?")) {
      item.problem("'" + tag + "' is not a BCP 47 tag; write ar, en or zh");
      return Optional.empty();
    }
    return Optional.of(primary);
  }

  private static QualityRule quality(Section section) {
    Set<Part> require = EnumSet.noneOf(Part.class);
    for (Field item : section.items("require")) {
      item.choice(Keys.QUALITY.key("require").choices())
          .ifPresent(part -> require.add(Part.valueOf(part.toUpperCase(Locale.ROOT))));
    }
    List<Pattern> forbid = LineRegex.searches(section, "forbid");
    Set<PageKind> kinds = EnumSet.noneOf(PageKind.class);
    for (Field item : section.items("kind")) {
      item.choice(Keys.QUALITY.key("kind").choices())
          .ifPresent(kind -> kinds.add(PageKind.valueOf(kind.toUpperCase(Locale.ROOT))));
    }
    return new QualityRule(
        section.field("minWords").flatMap(field -> Quantity.number(field, 0, MOST_WORDS)).orElse(0),
        require,
        forbid,
        kinds,
        section.choice("pageType").orElse("any").equals("article"));
  }
}
