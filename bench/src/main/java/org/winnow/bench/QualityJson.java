// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Writes the scores of labelled sets for programs: one object, every figure unrounded. */
final class QualityJson {
  private QualityJson() {}

  static void print(List<SetScores> sets, PrintStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeArrayFieldStart("sets");
      for (SetScores set : sets) {
        write(json, set);
      }
      json.writeEndArray();
      Calibration calibration =
          Calibration.of(sets.stream().flatMap(set -> set.of(0).stream()).toList());
      json.writeNumberField("poor", calibration.poor());
      json.writeNumberField("poorInLowestFifth", calibration.poorInLowestFifth());
      json.writeEndObject();
    }
    out.println();
  }

  private static void write(JsonGenerator json, SetScores set) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", set.name());
    json.writeObjectFieldStart("contenders");
    for (int i = 0; i < set.contenders().size(); i++) {
      json.writeObjectFieldStart(set.contenders().get(i));
      set.text(i).writeTo(json, "text");
      set.body(i).writeTo(json, "body");
      json.writeNumberField("msPerPage", set.millis(i));
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("pages");
    for (ScoredPage page : set.pages()) {
      json.writeStartObject();
      json.writeStringField("id", page.page().id());
      json.writeStringField("language", page.page().language());
      json.writeStringField("kind", page.page().kind());
      json.writeNumberField("confidence", page.scores().get(0).confidence());
      json.writeStringField("outcome", page.scores().get(0).outcome());
      for (int i = 0; i < set.contenders().size(); i++) {
        ContenderScore score = page.scores().get(i);
        json.writeObjectFieldStart(set.contenders().get(i));
        json.writeNumberField("text", score.score().text().f1());
        json.writeNumberField("body", score.score().body().f1());
        if (score.problem() != null) {
          json.writeStringField("problem", score.problem());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
