// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.imports.FtrFile.FtrLine;
import org.winnow.siterules.imports.ImportNote.Kind;
import org.winnow.siterules.imports.XPathTranslation.Constant;
import org.winnow.siterules.imports.XPathTranslation.Refused;
import org.winnow.siterules.imports.XPathTranslation.Selected;

/** Makes entries of a rule out of the directives of one site config. */
final class FtrTranslator {
  private final String file;
  private final Map<RuleEntry, Integer> entries = new LinkedHashMap<>();
  private final List<RuleEntry> lastLinks = new ArrayList<>();
  private final List<String> samples = new ArrayList<>();
  private final List<ImportNote> notes;
  private final List<FtrLine> finds = new ArrayList<>();
  private int replaced;
  private int expressions;
  private int translated;

  private FtrTranslator(FtrFile file) {
    this.file = file.name();
    this.notes = new ArrayList<>(file.notes());
  }

  static FtrRule translate(FtrFile file) {
    FtrTranslator translator = new FtrTranslator(file);
    file.lines().forEach(translator::line);
    translator.reportFindsAlone();
    return new FtrRule(
        file.name(),
        Collections.unmodifiableMap(translator.entries),
        List.copyOf(translator.samples),
        List.copyOf(translator.notes),
        translator.expressions,
        translator.translated);
  }

  private void line(FtrLine line) {
    String directive = line.directive();
    String value = FtrDirectives.VALUES.get(directive);
    String link = FtrDirectives.LINKS.get(directive);
    if (FtrDirectives.WITHOUT_EFFECT.contains(directive)) {
      return;
    }
    if (line.value().isEmpty() && !directive.equals("replace_string")) {
      note(line, Kind.MALFORMED, "no value", directive + " has no value");
    } else if (FtrDirectives.LOGINS.contains(directive)) {
      note(line, Kind.LEFT_OUT, "login", directive + " is left out: Winnow does not log in");
    } else if (FtrDirectives.WITHOUT_COUNTERPART.contains(directive)) {
      note(line, Kind.UNSUPPORTED, directive, directive + " has no counterpart in a rule");
    } else if (value != null) {
      value(line, value, null).forEach(entry -> add(line, entry));
    } else if (link != null) {
      link(line, link);
    } else {
      other(line);
    }
  }

  private void other(FtrLine line) {
    switch (line.directive()) {
      case "body" -> elements(line, "extract", "body");
      case "strip" -> strip(line);
      case "strip_id_or_class" -> name(line);
      case "strip_image_src" -> image(line);
      case "find_string" -> finds.add(line);
      case "replace_string" -> replacement(line);
      case "http_header" -> header(line);
      case "if_page_contains" -> condition(line);
      case "skip_json_ld" ->
          add(line, new RuleEntry("extract", "jsonld", isYes(line.value()) ? "ignore" : "use"));
      case "autodetect_on_failure" ->
          add(line, new RuleEntry("", "fallback", isYes(line.value()) ? "auto" : "none"));
      case "test_url" -> samples.add(line.value());
      case "test_contains" -> samples.add("  contains: " + line.value());
      default ->
          note(line, Kind.MALFORMED, "unknown directive", FtrDirectives.unknown(line.directive()));
    }
  }

  /** The alternatives for a value; of an element, its text or that attribute. */
  private List<RuleEntry> value(FtrLine line, String key, @Nullable String attribute) {
    XPathTranslation translation = XPathToCss.value(line.value());
    count(line, translation);
    if (translation instanceof Constant constant) {
      return List.of(new RuleEntry("extract", key, Map.of("const", constant.text())));
    }
    if (translation instanceof Selected selected) {
      return selected.branches().stream()
          .map(branch -> SelectorEntry.of(key, branch, attribute, selected))
          .toList();
    }
    return isWrong(translation)
        ? List.of()
        : List.of(new RuleEntry("extract", key, Map.of("xpath", line.value())));
  }

  private void link(FtrLine line, String key) {
    lastLinks.clear();
    lastLinks.addAll(value(line, key, "href"));
    lastLinks.forEach(entry -> add(line, entry));
  }

  /** Holds for the link before it: followed only on pages that have such an element. */
  private void condition(FtrLine line) {
    XPathTranslation condition = XPathToCss.elements(line.value());
    count(line, condition);
    entries.keySet().removeAll(lastLinks);
    boolean isCss = condition instanceof Selected selected && selected.isElements();
    List<RuleEntry> links =
        lastLinks.stream().flatMap(link -> SelectorEntry.where(condition, link).stream()).toList();
    if (!isCss || links.isEmpty() || links.size() < lastLinks.size()) {
      note(line, Kind.UNSUPPORTED, "if_page_contains", "the link and its condition are not CSS");
    } else {
      links.forEach(entry -> add(line, entry));
    }
    lastLinks.clear();
  }

  private void elements(FtrLine line, String section, String key) {
    XPathTranslation translation = XPathToCss.elements(line.value());
    boolean isElements = translation instanceof Selected selected && selected.isElements();
    count(
        line,
        isElements || translation instanceof Refused
            ? translation
            : new Refused(XPathTranslation.Reason.TEXT_NODES, "no element"));
    if (isElements) {
      selectors(line, section, key, translation);
    } else if (!isWrong(translation)) {
      add(line, new RuleEntry(section, key, Map.of("xpath", line.value())));
    }
  }

  private void selectors(FtrLine line, String section, String key, XPathTranslation translation) {
    if (translation instanceof Selected selected) {
      selected.branches().forEach(branch -> add(line, new RuleEntry(section, key, branch.css())));
    } else if (translation instanceof Refused refused) {
      note(
          line,
          Kind.UNSUPPORTED,
          refused.reason().words(),
          line.directive() + " " + refused.reason().words() + ": " + line.value());
    }
  }

  private void strip(FtrLine line) {
    if (XPathToCss.elements(line.value()) instanceof Selected selected
        && selected.branches().stream().allMatch(branch -> branch.attribute() != null)) {
      return; // An attribute is no text.
    }
    elements(line, "remove", "selectors");
  }

  /** Whole tokens of ids and class names; those of other letters, and neighbours, as selectors. */
  private void name(FtrLine line) {
    String name = line.value().replace("'", "").replace("\"", "").strip();
    if (name.isEmpty()) {
      note(line, Kind.MALFORMED, "no value", "strip_id_or_class has no value");
    } else if (name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_".indexOf(c) >= 0)) {
      add(line, new RuleEntry("remove", "names", name));
    } else {
      String token = ", ' '), ' " + name + " ')";
      selectors(
          line,
          "remove",
          "selectors",
          XPathToCss.elements(
              "//*[contains(concat(' ', @class"
                  + token
                  + " or contains(concat(' ', @id"
                  + token
                  + "]"));
    }
  }

  private void image(FtrLine line) {
    String part = line.value().replace("'", "").replace("\"", "");
    selectors(
        line, "remove", "selectors", XPathToCss.elements("//img[contains(@src, '" + part + "')]"));
  }

  /** {@code replace_string(find): replacement}, or one for each {@code find_string}, in order. */
  private void replacement(FtrLine line) {
    if (!line.argument().isEmpty()) {
      replace(line, line.argument());
    } else if (replaced < finds.size()) {
      replace(line, finds.get(replaced++).value());
    } else {
      note(line, Kind.MALFORMED, "no find_string", "replace_string has no find_string before it");
    }
  }

  private void replace(FtrLine line, String find) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("find", find);
    fields.put("with", line.value());
    add(line, new RuleEntry("extract", "htmlReplace", fields));
  }

  private void reportFindsAlone() {
    for (FtrLine line : finds.subList(replaced, finds.size())) {
      note(line, Kind.MALFORMED, "no replace_string", "find_string has no replace_string");
    }
  }

  private void header(FtrLine line) {
    String name = line.argument().strip();
    if (name.isEmpty()) {
      note(line, Kind.MALFORMED, "no header", "http_header wants the header's name in brackets");
    } else if (name.equalsIgnoreCase("cookie")) {
      note(line, Kind.LEFT_OUT, "cookie", "a cookie is left out: it is another visitor's");
    } else if (name.equalsIgnoreCase("user-agent") && FtrDirectives.isBorrowedName(line.value())) {
      note(
          line,
          Kind.LEFT_OUT,
          "borrowed name",
          "a user agent is left out: Winnow does not call itself " + line.value());
    } else {
      entries
          .keySet()
          .removeIf(
              entry ->
                  entry.section().equals("fetch.headers") && entry.key().equalsIgnoreCase(name));
      add(line, new RuleEntry("fetch.headers", name, line.value()));
    }
  }

  private void count(FtrLine line, XPathTranslation translation) {
    expressions++;
    if (translation instanceof Refused refused) {
      String why = line.directive() + " " + refused.reason().words();
      note(
          line,
          isWrong(refused) ? Kind.MALFORMED : Kind.XPATH,
          refused.reason().words(),
          why + " (" + refused.detail() + "): " + line.value());
    } else {
      translated++;
    }
  }

  /** Whether the expression would be as useless as XPath. */
  private static boolean isWrong(XPathTranslation translation) {
    return translation instanceof Refused refused
        && (refused.reason() == XPathTranslation.Reason.SYNTAX
            || refused.reason() == XPathTranslation.Reason.NEVER);
  }

  private void add(FtrLine line, RuleEntry entry) {
    entries.putIfAbsent(entry, line.number());
  }

  private void note(FtrLine line, Kind kind, String reason, String message) {
    notes.add(new ImportNote(file, line.number(), kind, reason, message));
  }

  private static boolean isYes(String value) {
    return value.equalsIgnoreCase("yes") || value.equalsIgnoreCase("true") || value.equals("1");
  }
}
