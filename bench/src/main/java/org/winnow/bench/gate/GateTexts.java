// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.winnow.pipeline.UserError;

/** Reads the gate's YAML files: texts of a language, and the list of templates. */
final class GateTexts {
  private GateTexts() {}

  /** The texts of every language in that folder, in the order of the files' names. */
  static List<Map<String, Object>> languages(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
    List<Map<String, Object>> languages = new ArrayList<>();
    for (Path file : files) {
      languages.add(map(load(file)));
    }
    return languages;
  }

  /** What a YAML file holds. */
  static Object load(Path file) throws IOException {
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
    try {
      return new Load(settings).loadFromString(Files.readString(file));
    } catch (YamlEngineException broken) {
      throw new UserError(String.valueOf(broken.getMessage()));
    }
  }

  /** A mapping of a mapping that must be there. */
  static Map<String, Object> map(Map<String, Object> map, String key) {
    return map(value(map, key));
  }

  /** A list of mappings of a mapping that must be there. */
  static List<Map<String, Object>> maps(Map<String, Object> map, String key) {
    return maps(value(map, key));
  }

  /** A list of texts of a mapping that must be there. */
  @SuppressWarnings("unchecked")
  static List<String> strings(Map<String, Object> map, String key) {
    return (List<String>) value(map, key);
  }

  /** A text of a mapping that must be there. */
  static String text(Map<String, Object> map, String key) {
    return value(map, key).toString();
  }

  /** That object as a mapping; the files hold what their readers expect. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object yaml) {
    return (Map<String, Object>) yaml;
  }

  /** That object as a list of mappings. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> maps(Object yaml) {
    return (List<Map<String, Object>>) yaml;
  }

  private static Object value(Map<String, Object> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new UserError("the gate's texts: no \"" + key + "\" beside " + map.keySet());
    }
    return value;
  }
}
