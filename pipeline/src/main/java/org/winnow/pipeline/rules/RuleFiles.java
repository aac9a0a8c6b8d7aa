// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.winnow.corpus.Sha256;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.siterules.BundledRules;
import org.winnow.siterules.RuleFolder;
import org.winnow.siterules.RulePatch;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSource;

/**
 * The files of a user's rules, over the bundled ones, and what they would say with one of them
 * edited. Reads the folder at each call: what somebody edits on disk counts at once. Safe for use
 * by several threads.
 */
public final class RuleFiles {
  private static final String BUNDLED = "sites/";

  /** Of a host, or of a file in a folder of them. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}_-][\\p{L}\\p{M}\\p{N}._/-]{0,250}");

  private final Path folder;
  private final RuleReader reader = new RuleReader(JsoupSelectors.INSTANCE);
  private final Map<String, RuleSource> bundled = new LinkedHashMap<>();

  /**
   * Those of that folder, which need not exist.
   *
   * @param folder the user's rules
   */
  public RuleFiles(Path folder) {
    this.folder = folder;
    BundledRules.sources().forEach(source -> bundled.put(source.name(), source));
  }

  /**
   * A rule's file.
   *
   * @param name the rule's name
   * @param path where it lies, or is to lie; a bundled rule is edited in a copy of one's own
   * @param text what it says
   * @param isOwn whether it lies in the user's folder
   */
  public record RuleText(String name, Path path, String text, boolean isOwn) {

    /** What an edit is made on: a save of anything else is a conflict. */
    public String sha256() {
      return Sha256.hex(text);
    }
  }

  public Path folder() {
    return folder;
  }

  /** The names of all rules, the bundled ones included. */
  public List<String> names() {
    Set<String> names = new HashSet<>(bundled.keySet());
    own().forEach(source -> names.add(source.name()));
    return names.stream().sorted().toList();
  }

  /** The file of the rule of that name, or empty if there is none or it cannot be read. */
  public Optional<RuleText> find(String name) {
    String file = fileOf(name);
    for (RuleSource source : own()) {
      if (source.name().equals(file)) {
        return text(source).map(text -> new RuleText(file, Path.of(source.file()), text, true));
      }
    }
    RuleSource source = bundled.get(file);
    return source == null
        ? Optional.empty()
        : text(source).map(text -> new RuleText(file, placeOf(file), text, false));
  }

  /** Several rules of one file are called {@code name}, {@code name#2} … */
  private static String fileOf(String rule) {
    int number = rule.indexOf('#');
    return number < 0 ? rule : rule.substring(0, number);
  }

  /**
   * Where the rule of that name is to lie: beside its samples, as bundled ones do.
   *
   * @throws IllegalArgumentException if the name leads out of the folder
   */
  public Path placeOf(String name) {
    Path place =
        folder.resolve(name.contains("/") ? name + ".yml" : name + "/rule.yml").normalize();
    if (!NAME.matcher(name).matches() || !place.startsWith(folder.normalize())) {
      throw new IllegalArgumentException("no name of a rule: " + name);
    }
    return place;
  }

  /** Every rule that holds, with every problem there is. */
  public RuleReading read() {
    return reader.read(List.copyOf(bundled.values()), own());
  }

  /** The same with that file saying something else. */
  public RuleReading read(String name, String text) {
    List<RuleSource> sources = new ArrayList<>(own());
    sources.removeIf(source -> source.name().equals(fileOf(name)));
    sources.add(edited(name, text));
    return reader.read(List.copyOf(bundled.values()), sources);
  }

  /**
   * The rules of that file alone, as it would be, with those that it extends: for a look while
   * somebody types. Says nothing of two rules for one host.
   */
  public RuleReading readAlone(String name, String text) {
    Map<String, RuleSource> own = new LinkedHashMap<>();
    own().forEach(source -> own.put(source.name(), source));
    List<RuleSource> needed = new ArrayList<>(List.of(edited(name, text)));
    List<RuleSource> neededBundled = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(fileOf(name)));
    List<String> open = new ArrayList<>(parents(text));
    while (!open.isEmpty()) {
      String parent = open.remove(open.size() - 1);
      RuleSource source = own.getOrDefault(parent, bundled.get(parent));
      if (source != null && seen.add(parent)) {
        (own.containsKey(parent) ? needed : neededBundled).add(source);
        text(source).ifPresent(inherited -> open.addAll(parents(inherited)));
      }
    }
    return reader.read(neededBundled, needed);
  }

  private static List<String> parents(String text) {
    List<String> parents = new ArrayList<>();
    // A text that is not YAML yet has its parents all the same.
    text.lines()
        .filter(line -> line.startsWith("extends:"))
        .map(line -> RulePatch.of("version: 1\n" + line).value("extends"))
        .forEach(parent -> parent.map(RuleFiles::fileOf).ifPresent(parents::add));
    return parents;
  }

  private RuleSource edited(String name, String text) {
    String file =
        find(name).map(known -> placeForMessages(known)).orElse(placeOf(fileOf(name)).toString());
    return new RuleSource(fileOf(name), file, () -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** The samples of a bundled rule lie beside the bundled one as long as it has no copy. */
  private static String placeForMessages(RuleText known) {
    return known.isOwn() ? known.path().toString() : BUNDLED + known.name() + "/rule.yml";
  }

  private List<RuleSource> own() {
    return Files.isDirectory(folder) ? RuleFolder.sources(folder) : List.of();
  }

  private static Optional<String> text(RuleSource source) {
    try {
      return Optional.of(new String(source.content().read(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
