// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.ReviewState.Status;
import org.winnow.pipeline.LanguageTexts;
import org.winnow.pipeline.Progress;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.export.CorpusExport;
import org.winnow.pipeline.export.ExportFormat;
import org.winnow.pipeline.export.Selection;
import org.winnow.pipeline.export.TextRows;
import org.winnow.review.Visit;

/** The corpus as one file, written while it is sent. */
final class ExportAnswers {
  private static final Map<String, String> TYPES =
      Map.of(
          "jsonl", "application/jsonl; charset=utf-8",
          "csv", "text/csv; charset=utf-8",
          "parquet", "application/vnd.apache.parquet");
  private static final Progress NOBODY =
      new Progress() {
        @Override
        public void step() {}

        @Override
        public void close() {}
      };
  private static final Pattern COMMA = Pattern.compile(",");

  private final Workspace workspace;

  ExportAnswers(Workspace workspace) {
    this.workspace = workspace;
  }

  void toProgram(Visit visit) throws IOException {
    export(visit, name -> visit.query(name).orElse(null));
  }

  void toPerson(Visit visit) throws IOException {
    export(visit, name -> visit.form(name).isBlank() ? null : visit.form(name));
  }

  private void export(Visit visit, Function<String, @Nullable String> option) throws IOException {
    String given = option.apply("format");
    String format = given == null ? "jsonl" : given;
    String type = TYPES.get(format);
    if (type == null) {
      throw new UserError("format: '" + format + "' is not one of jsonl, csv, parquet");
    }
    CorpusExport export =
        new CorpusExport(
            workspace.texts(), new LanguageTexts(workspace.rules().current()), selection(option));
    visit
        .context()
        .contentType(type)
        .header("Content-Disposition", "attachment; filename=\"corpus." + format + "\"");
    ExportFormat rows = ExportFormat.valueOf(format.toUpperCase(Locale.ROOT));
    try (TextRows out = rows.on(new BufferedOutputStream(visit.context().outputStream()))) {
      workspace.jdbi().<IOException>useHandle(handle -> export.run(handle, out, NOBODY));
    }
  }

  private static Selection selection(Function<String, @Nullable String> option) {
    return new Selection(
        option.apply("site"),
        start("since", option),
        start("until", option),
        Answers.day("published_since", option.apply("published_since")),
        Answers.day("published_until", option.apply("published_until")),
        split(option.apply("language")),
        statuses(option.apply("status")),
        Answers.share("min_confidence", option.apply("min_confidence")));
  }

  private static @Nullable Instant start(String name, Function<String, @Nullable String> option) {
    LocalDate day = Answers.day(name, option.apply(name));
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Set<Status> statuses(@Nullable String words) {
    if (words == null) {
      return Selection.NOT_REJECTED;
    }
    Set<Status> statuses = EnumSet.noneOf(Status.class);
    split(words).forEach(word -> statuses.add(DocumentAnswers.status(word)));
    return statuses;
  }

  private static List<String> split(@Nullable String words) {
    return words == null ? List.of() : Arrays.asList(COMMA.split(words));
  }
}
