// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Published;
import org.winnow.siterules.CleanRule;
import org.winnow.siterules.ValueForm;
import org.winnow.siterules.ValueSelector;
import org.winnow.siterules.Which;

/** Reads single values off one page as a rule says. Not for use by several threads. */
final class RuleFields {
  private final ParsedPage parsed;
  private final CompiledRule rule;
  private final XPathDom xpaths;
  private final List<FieldHit> hits = new ArrayList<>();
  private @Nullable PageScan scan;
  private @Nullable JsonLd jsonLd;
  private @Nullable List<String> lines;

  /**
   * A value and which alternative had it.
   *
   * @param alternative the alternative's position in the rule
   * @param text the value, white space collapsed
   * @param element the element that it stands in, or null
   */
  record Value(int alternative, String text, @Nullable Element element) {}

  /** A text that was found, and the element that it is the text of, or null. */
  private record Raw(String text, @Nullable Element element) {
    static final Raw NOTHING = new Raw("", null);
  }

  RuleFields(ParsedPage parsed, CompiledRule rule, XPathDom xpaths) {
    this.parsed = parsed;
    this.rule = rule;
    this.xpaths = xpaths;
  }

  /** Which alternative found each part that was asked for so far. */
  List<FieldHit> hits() {
    return hits;
  }

  /** The first alternative's value that is not empty, or null. */
  @Nullable Value first(String field, List<ValueSelector> alternatives) {
    for (int i = 0; i < alternatives.size(); i++) {
      Value value = value(field, i, alternatives.get(i));
      if (!value.text().isEmpty()) {
        hits.add(new FieldHit(field, i, value.text(), alternatives.get(i).mark()));
        return value;
      }
    }
    return null;
  }

  /** The first alternative's value that is a date, or null. */
  @Nullable Published date(List<ValueSelector> alternatives) {
    for (int i = 0; i < alternatives.size(); i++) {
      ValueSelector selector = alternatives.get(i);
      String text = value("date", i, selector).text();
      Published date =
          text.isEmpty() ? null : FormattedDate.read(text, selector.form(), parsed.page());
      if (date != null) {
        hits.add(new FieldHit("date", i, text, selector.mark()));
        return date;
      }
    }
    return null;
  }

  private Value value(String field, int alternative, ValueSelector selector) {
    Raw raw = raw(selector);
    String text = CleanText.of(formed(raw.text(), selector.form()));
    for (CleanRule clean : rule.extract().clean()) {
      if (clean.field().equals(field)) {
        text = CleanText.of(clean.regex().matcher(text).replaceAll(""));
      }
    }
    return new Value(alternative, text, raw.element());
  }

  private static String formed(String text, ValueForm form) {
    String formed = text;
    if (form.after() != null) {
      int at = formed.indexOf(form.after());
      formed = at < 0 ? "" : formed.substring(at + form.after().length());
    }
    if (form.before() != null) {
      int at = formed.indexOf(form.before());
      formed = at < 0 ? "" : formed.substring(0, at);
    }
    return formed;
  }

  private Raw raw(ValueSelector selector) {
    if (selector instanceof ValueSelector.Css css) {
      return css(css);
    }
    if (selector instanceof ValueSelector.XPath xpath) {
      return chosen(
          xpaths.find(xpath.xpath()), hit -> new Raw(hit.text(), hit.element()), xpath.which());
    }
    if (selector instanceof ValueSelector.Meta meta) {
      return new Raw(scan().meta(meta.name()), null);
    }
    if (selector instanceof ValueSelector.JsonLd path) {
      return path.which().all()
          ? new Raw(String.join(", ", jsonLd().values(path.path())), null)
          : new Raw(jsonLd().value(path.path()), null);
    }
    if (selector instanceof ValueSelector.InUrl url) {
      return found(url.regex(), List.of(parsed.page().url().toString()));
    }
    if (selector instanceof ValueSelector.InText text) {
      return found(text.regex(), lines());
    }
    if (selector instanceof ValueSelector.Const constant) {
      return new Raw(constant.text(), null);
    }
    throw new IllegalStateException("unknown kind of selector: " + selector);
  }

  private Raw css(ValueSelector.Css css) {
    List<Element> elements = parsed.document().select(rule.evaluator(css.css()));
    return chosen(
        elements,
        found -> {
          Element element =
              css.closest() == null ? found : found.closest(rule.evaluator(css.closest()));
          if (element == null) {
            return Raw.NOTHING;
          }
          return css.attribute() == null
              ? new Raw(element.text(), element)
              : new Raw(element.attr(css.attribute()), null);
        },
        css.which());
  }

  private static <T> Raw chosen(List<T> found, Function<T, Raw> reader, Which which) {
    if (which.nth() != 0) {
      int index = which.nth() > 0 ? which.nth() - 1 : found.size() + which.nth();
      return index < 0 || index >= found.size() ? Raw.NOTHING : reader.apply(found.get(index));
    }
    List<String> all = new ArrayList<>();
    for (T each : found) {
      Raw raw = reader.apply(each);
      if (!raw.text().isBlank()) {
        if (!which.all()) {
          return raw;
        }
        String text = CleanText.of(raw.text());
        if (!all.contains(text)) {
          all.add(text);
        }
      }
    }
    return new Raw(String.join(", ", all), null);
  }

  private static Raw found(Pattern regex, List<String> texts) {
    for (String text : texts) {
      Matcher matcher = regex.matcher(text);
      if (matcher.find()) {
        String group = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        if (group != null && !group.isBlank()) {
          return new Raw(group, null);
        }
      }
    }
    return Raw.NOTHING;
  }

  private List<String> lines() {
    if (lines == null) {
      lines = PageLines.of(parsed.document());
    }
    return lines;
  }

  private PageScan scan() {
    if (scan == null) {
      scan = new PageScan(parsed.document());
    }
    return scan;
  }

  private JsonLd jsonLd() {
    if (jsonLd == null) {
      jsonLd = JsonLd.of(scan().jsonLd(), address -> true);
    }
    return jsonLd;
  }
}
