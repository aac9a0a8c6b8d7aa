// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Small changes of a rule's text that leave everything else as it is written: comments, order,
 * quotes, indentation, ends of lines. Each gives the new text, or empty where it cannot be made
 * without touching anything else: the text is not YAML, the place is not there, or it is written in
 * a way that wants a person. A result was read back: it says what the old text said, but for the
 * change. Immutable.
 *
 * <p>Places are paths as in messages: {@code extract.body}, {@code sections[0].remove.names}. Keys
 * on the way that are missing are added where the reference has them.
 *
 * <pre>
 * RulePatch.of(yaml).add("remove.selectors", ".related")
 * </pre>
 *
 * @param text the rule's file
 * @param document which rule of the file, from 0
 */
public record RulePatch(String text, int document) {

  /** For the first rule of that file, in nearly all the only one. */
  public static RulePatch of(String text) {
    return new RulePatch(text, 0);
  }

  /** Adds a text to the list there; a single text becomes a list. */
  public Optional<String> add(String path, String value) {
    return addItem(path, value);
  }

  /** Adds a small mapping to the list there: {@code lines: - { equals: x }}. */
  public Optional<String> add(String path, Map<String, String> value) {
    return addItem(path, new LinkedHashMap<>(value));
  }

  /** Gives the key there that text alone, whatever its value was. */
  public Optional<String> set(String path, String value) {
    return apply(path, (spans, steps) -> spans.set(steps, value), plain -> plain.set(value));
  }

  /**
   * Gives the mapping there these keys and no others; those that have the right value already stay
   * as they are written.
   */
  public Optional<String> set(String path, Map<String, String> values) {
    Optional<String> patched = Optional.of(text);
    for (String key : keys(path)) {
      if (!values.containsKey(key)) {
        patched = patched.flatMap(now -> in(now).remove(path + "." + key));
      }
    }
    for (Map.Entry<String, String> entry : values.entrySet()) {
      String key = path + "." + entry.getKey();
      patched =
          patched.flatMap(
              now ->
                  in(now).value(key).filter(entry.getValue()::equals).isPresent()
                      ? Optional.of(now)
                      : in(now).set(key, entry.getValue()));
    }
    return patched;
  }

  /**
   * Takes out the key or the item ({@code remove.names[2]}) there. A list or mapping of which
   * nothing is left goes with it; a comment in a line of its own stays.
   */
  public Optional<String> remove(String path) {
    return apply(path, YamlEdit::remove, PlainYaml::remove);
  }

  /** The text there, or empty if there is none or something else. */
  public Optional<String> value(String path) {
    return root(text)
        .flatMap(root -> new PlainYaml(root.plain(), steps(path)).get())
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(found -> !found.isEmpty());
  }

  private List<String> keys(String path) {
    Optional<Object> found =
        root(text).flatMap(root -> new PlainYaml(root.plain(), steps(path)).get());
    return found.orElse(null) instanceof Map<?, ?> map
        ? map.keySet().stream().map(String::valueOf).toList()
        : List.of();
  }

  private RulePatch in(String changed) {
    return new RulePatch(changed, document);
  }

  private Optional<String> addItem(String path, Object value) {
    return apply(path, (spans, steps) -> spans.add(steps, value), plain -> plain.add(value));
  }

  /** Changes a text. */
  @FunctionalInterface
  private interface TextChange {
    Optional<String> of(YamlEdit edit, List<String> steps);
  }

  /** Makes the same change to what the text says. */
  @FunctionalInterface
  private interface PlainChange {
    boolean of(PlainYaml plain);
  }

  private Optional<String> apply(String path, TextChange change, PlainChange meant) {
    String bom = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    String yaml = text.substring(bom.length());
    Optional<YamlSpan> root = root(yaml);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    List<Object> expected = new ArrayList<>(plain(yaml));
    PlainYaml target = new PlainYaml(expected.get(document), steps(path));
    if (!meant.of(target)) {
      return Optional.empty();
    }
    expected.set(document, target.root());
    return change
        .of(new YamlEdit(yaml, root.get()), steps(path))
        .filter(changed -> isReadable(changed) && plain(changed).equals(expected))
        .map(changed -> bom + changed);
  }

  private Optional<YamlSpan> root(String yaml) {
    String bare = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
    if (!isReadable(bare)) {
      return Optional.empty();
    }
    List<YamlSpan> documents = YamlSpan.documents(bare);
    return document < documents.size() && documents.get(document).kind() == YamlSpan.Kind.MAPPING
        ? Optional.of(documents.get(document))
        : Optional.empty();
  }

  private static boolean isReadable(String yaml) {
    if (yaml.length() > RuleText.MOST_BYTES) {
      return false;
    }
    Problems problems = new Problems();
    YamlTree.documents("", yaml, problems);
    return problems.isEmpty();
  }

  private static List<Object> plain(String yaml) {
    return YamlSpan.documents(yaml).stream().map(YamlSpan::plain).toList();
  }

  /** {@code sections}, {@code [0]}, {@code remove}, {@code names}. */
  private static List<String> steps(String path) {
    return List.of(path.replace("[", ".[").split("\\.", -1));
  }
}
