// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.ReviewState.Status;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.LanguageTexts;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.export.CorpusExport;
import org.winnow.pipeline.export.ExportFormat;
import org.winnow.pipeline.export.Selection;
import org.winnow.pipeline.export.TextRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the corpus out for others. */
@Command(
    name = "export",
    description = {
      "Writes the corpus into a folder for others.",
      "",
      "text: a file NNN_<hash>.txt per article, and index.jsonl with what is known about each.",
      "jsonl, csv, parquet: one file, texts included: index.jsonl, corpus.csv, corpus.parquet.",
      "The same selection of the same corpus always gives the same bytes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow export --out corpus/",
      "  winnow export --format jsonl --site www.example.org --since 2026-01-31 --out corpus/",
      "  winnow export --format parquet --language ar --min-confidence 0.8 --out corpus/",
      "  winnow export --status approved --out corpus/",
      "  winnow export --format csv --published-since 2026-01-01 --out - | head"
    })
final class ExportCommand implements Callable<Integer> {
  /** The name of stdout. */
  private static final Path STDOUT = Path.of("-");

  private final Terminal terminal;

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private RuleOptions ruleOptions = new RuleOptions();

  @Option(
      names = "--format",
      paramLabel = "text|jsonl|csv|parquet",
      description = "text (default), jsonl, csv or parquet.")
  private ExportFormat format = ExportFormat.TEXT;

  @Option(names = "--site", paramLabel = "HOST", description = "Only articles of this host.")
  private @Nullable String site;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only articles fetched on this day (UTC) or later: 2026-01-31.")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Only articles fetched before this day (UTC).")
  private @Nullable String until;

  @Option(
      names = "--published-since",
      paramLabel = "DATE",
      description =
          "Only articles published on this day or later; those without a date are left out.")
  private @Nullable LocalDate publishedSince;

  @Option(
      names = "--published-until",
      paramLabel = "DATE",
      description = "Only articles published before this day.")
  private @Nullable LocalDate publishedUntil;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      split = ",",
      description = "Only texts in these languages: ar,en. ar means ar-EG too.")
  private List<String> languages = List.of();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description =
          "Only articles of which a reviewer said so: approved, pending, edited, changed, rejected;"
              + " several with commas. All but rejected, if it is not given.")
  private Set<Status> statuses = Selection.NOT_REJECTED;

  @Option(
      names = "--min-confidence",
      paramLabel = "0..1",
      description = "Only articles whose extraction is at least so sure.")
  private double confidence;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      required = true,
      description = "The folder to write into, or - for stdout (jsonl, csv, parquet).")
  private Path out = Path.of("");

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CorpusExport export =
        new CorpusExport(
            data.folder().texts(), new LanguageTexts(ruleOptions.rules()), selection());
    try (Catalog catalog = data.folder().catalog()) {
      catalog.jdbi().useHandle(handle -> run(export, handle));
    }
    terminal.say(export.texts() + " articles in " + (out.equals(STDOUT) ? "stdout" : out));
    sayLeftOut(export.quarantined(), "in quarantine, being not as their rules ask");
    sayLeftOut(export.copies(), "copies: nearly the same text as an older article");
    sayLeftOut(export.changed(), "changed since they were approved or rejected: review them again");
    return terminal.report(export.failures(), "articles could not be exported");
  }

  private void sayLeftOut(int articles, String why) {
    if (articles > 0) {
      terminal.say(articles + " left out, " + why);
    }
  }

  private void run(CorpusExport export, Handle catalog) throws IOException {
    try (TextRows rows = rows();
        TerminalProgress progress =
            new TerminalProgress(terminal, "exporting", CorpusExport.size(catalog))) {
      export.run(catalog, rows, progress);
    }
  }

  private TextRows rows() throws IOException {
    if (!out.equals(STDOUT)) {
      AtomicFile.checkFolder(out);
      return format.in(out);
    }
    if (!format.isOneFile()) {
      throw new UserError("--out -: text needs a folder; add --format jsonl, csv or parquet");
    }
    return format.on(
        new FilterOutputStream(new BufferedOutputStream(terminal.out())) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
          }

          @Override
          public void close() throws IOException {
            flush();
          }
        });
  }

  private Selection selection() {
    if (confidence < 0 || confidence > 1) {
      throw new UserError("--min-confidence: " + confidence + " is not between 0 and 1");
    }
    return new Selection(
        site,
        Day.start("--since", since),
        Day.start("--until", until),
        publishedSince,
        publishedUntil,
        languages,
        statuses,
        confidence);
  }
}
