// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What each kind of boilerplate is called in pages of any site: ids and class names, compared as
 * whole tokens, and CSS selectors. The lists are in {@code preset-names.txt}. Immutable, safe for
 * use by several threads.
 *
 * <p>Names of {@code html} and {@code body} say how a page looks, not what the element is: do not
 * ask for those.
 */
public final class PresetNames {
  private static final String RESOURCE = "preset-names.txt";

  /** First words of names that say what the element has or does, not what it is. */
  private static final Set<String> MODIFIERS =
      Set.of("no", "not", "has", "have", "is", "with", "without", "hide", "hidden", "show", "js");

  private final Map<String, Preset> names = new HashMap<>();
  private final Map<Preset, List<String>> selectors = new EnumMap<>(Preset.class);

  private PresetNames() {
    try (InputStream stream = PresetNames.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  /** The names that come with Winnow, read anew by every call: read them once and hold them. */
  public static PresetNames bundled() {
    return new PresetNames();
  }

  /**
   * The preset that an id or one class name stands for, or empty.
   *
   * @param token an id or one class token, as the page has it: case, {@code _} and {@code -} do not
   *     matter, {@code shareBar} is {@code share-bar}
   */
  public Optional<Preset> presetOf(String token) {
    String name = normalized(token);
    Preset whole = names.get(name);
    if (whole != null) {
      return Optional.of(whole);
    }
    int first = name.indexOf('-');
    if (first < 0 || MODIFIERS.contains(name.substring(0, first))) {
      return Optional.empty();
    }
    return Optional.ofNullable(byAffix(name));
  }

  /** CSS selectors of elements that belong to the preset, in addition to its names. */
  public List<String> selectors(Preset preset) {
    return List.copyOf(selectors.getOrDefault(preset, List.of()));
  }

  /** By the longest listed beginning, else by the longest listed end. */
  private @Nullable Preset byAffix(String name) {
    for (int dash = name.lastIndexOf('-'); dash > 0; dash = name.lastIndexOf('-', dash - 1)) {
      Preset preset = names.get(name.substring(0, dash + 1) + "*");
      if (preset != null) {
        return preset;
      }
    }
    for (int dash = name.indexOf('-'); dash >= 0; dash = name.indexOf('-', dash + 1)) {
      Preset preset = names.get("*" + name.substring(dash));
      if (preset != null) {
        return preset;
      }
    }
    return null;
  }

  private static String normalized(String token) {
    StringBuilder name = new StringBuilder(token.length() + 4);
    char before = '-';
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i) == '_' ? '-' : token.charAt(i);
      if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
        name.append('-');
      }
      if (c != '-' || before != '-') {
        name.append(c);
      }
      before = c;
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  private void read(String content) {
    Preset preset = Preset.ADVERTISEMENT;
    for (String line : content.split("\n", -1)) {
      if (line.startsWith("[")) {
        String key = line.substring(1, line.length() - 1);
        preset = Preset.ofKey(key).orElseThrow(() -> new IllegalStateException(key));
      } else if (line.startsWith("names:")) {
        StringTokenizer tokens = new StringTokenizer(line.substring("names:".length()));
        while (tokens.hasMoreTokens()) {
          names.putIfAbsent(tokens.nextToken(), preset);
        }
      } else if (line.startsWith("select:")) {
        String css = line.substring("select:".length()).strip();
        selectors.computeIfAbsent(preset, key -> new ArrayList<>()).add(css);
      }
    }
  }
}
