// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mean F1 under which no kind of page and no language may fall, and the pages that these hold
 * for.
 *
 * @param sha256 the fingerprint of the pages
 * @param pages how many they are
 * @param kinds floor by kind
 * @param languages floor by language
 */
record GateFloors(
    String sha256, int pages, Map<String, Double> kinds, Map<String, Double> languages) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Floors are rounded down to this, so that they say what they look like. */
  private static final double STEP = 1000;

  /** The floors that a run has just reached. */
  static GateFloors of(GateRun run) {
    return new GateFloors(
        GateRun.fingerprint(run.pages()),
        run.pages().size(),
        rounded(run.kinds()),
        rounded(run.languages()));
  }

  static GateFloors read(Path file) throws IOException {
    JsonNode json = JSON.readTree(Files.readString(file));
    return new GateFloors(
        json.path("sha256").asText(),
        json.path("pages").asInt(),
        floors(json.path("kinds")),
        floors(json.path("languages")));
  }

  void write(Path file) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("sha256", sha256);
    json.put("pages", pages);
    kinds.forEach(json.putObject("kinds")::put);
    languages.forEach(json.putObject("languages")::put);
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
  }

  /** Everything that is wrong with a run, in words for the developer; empty if nothing is. */
  List<String> problems(GateRun run) {
    List<String> problems = new ArrayList<>();
    if (!sha256.equals(GateRun.fingerprint(run.pages()))) {
      problems.add(
          "the pages are not those that the floors were pinned for; run './winnow-bench gate --pin'");
    }
    below("kind", kinds, run.kinds(), problems);
    below("language", languages, run.languages(), problems);
    return problems;
  }

  /** Which of these floors are lower than those before, or gone. */
  List<String> lowered(GateFloors before) {
    List<String> lowered = new ArrayList<>();
    below("kind", before.kinds, kinds, lowered);
    below("language", before.languages, languages, lowered);
    return lowered;
  }

  private static void below(
      String what, Map<String, Double> floors, Map<String, Double> reached, List<String> into) {
    floors.forEach(
        (name, floor) -> {
          Double now = reached.get(name);
          if (now == null) {
            into.add(what + " " + name + ": no pages any more, floor " + floor);
          } else if (now < floor) {
            into.add(
                String.format(Locale.ROOT, "%s %s: F1 %.4f, floor %.3f", what, name, now, floor));
          }
        });
    reached.keySet().stream()
        .filter(name -> !floors.containsKey(name))
        .forEach(name -> into.add(what + " " + name + ": has no floor"));
  }

  private static Map<String, Double> floors(JsonNode json) {
    Map<String, Double> floors = new TreeMap<>();
    json.properties().forEach(field -> floors.put(field.getKey(), field.getValue().asDouble()));
    return floors;
  }

  private static Map<String, Double> rounded(Map<String, Double> values) {
    Map<String, Double> rounded = new TreeMap<>();
    values.forEach((name, value) -> rounded.put(name, Math.floor(value * STEP) / STEP));
    return rounded;
  }
}
