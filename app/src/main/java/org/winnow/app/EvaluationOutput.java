// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Writes an evaluation: a table for people, or JSON for programs. */
final class EvaluationOutput {
  private EvaluationOutput() {}

  /** A table with a row a language, twice: with the headline and without. */
  static void table(Evaluation evaluation, int worst, PrintStream out) {
    int width =
        evaluation.groups().stream().mapToInt(group -> group.name().length()).max().orElse(0);
    String head = "%-" + Math.max(8, width) + "s %6s  %6s %6s %6s %9s";
    out.println(line(head + " %8s", "text", "pages", "P", "R", "F1", "shingleF1", "ms/page"));
    for (Evaluation.Group group : evaluation.groups()) {
      out.println(
          row(head, group, group.text()) + String.format(Locale.ROOT, " %8.2f", group.millis()));
    }
    out.println();
    out.println(line(head, "body", "pages", "P", "R", "F1", "shingleF1"));
    for (Evaluation.Group group : evaluation.groups()) {
      out.println(row(head, group, group.body()));
    }
    List<PageScore> last = evaluation.worst(worst);
    if (!last.isEmpty()) {
      out.println();
      out.println("worst pages (the better of text and body)");
      for (PageScore page : last) {
        TextScore score = page.text().f1() >= page.body().f1() ? page.text() : page.body();
        out.println(
            String.format(
                Locale.ROOT,
                "  P %.3f  R %.3f  F1 %.3f  %s",
                score.precision(),
                score.recall(),
                score.f1(),
                Terminal.printable(page.id())));
      }
    }
  }

  /** One object: {@code groups} and {@code worst}, every figure unrounded. */
  static void json(Evaluation evaluation, int worst, PrintStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeArrayFieldStart("groups");
      for (Evaluation.Group group : evaluation.groups()) {
        json.writeStartObject();
        json.writeStringField("name", group.name());
        json.writeNumberField("pages", group.pages());
        group.text().writeTo(json, "text");
        group.body().writeTo(json, "body");
        json.writeNumberField("msPerPage", group.millis());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("worst");
      for (PageScore page : evaluation.worst(worst)) {
        json.writeStartObject();
        json.writeStringField("id", page.id());
        json.writeStringField("language", page.language());
        json.writeNumberField("textF1", page.text().f1());
        json.writeNumberField("bodyF1", page.body().f1());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println();
  }

  private static String row(String head, Evaluation.Group group, Scores scores) {
    return line(
        head,
        Terminal.printable(group.name()),
        String.valueOf(group.pages()),
        figure(scores.precision()),
        figure(scores.recall()),
        figure(scores.f1()),
        figure(scores.shingleF1()));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
