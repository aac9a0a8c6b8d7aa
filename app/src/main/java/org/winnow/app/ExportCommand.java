// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.StoredArticle;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.Export;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.LanguageTexts;
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
      "jsonl: index.jsonl alone, texts included. The same corpus always gives the same bytes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow export --out corpus/",
      "  winnow export --format jsonl --site www.example.org --since 2026-01-31 --out corpus/"
    })
final class ExportCommand implements Callable<Integer> {
  /** What the corpus is written as. */
  enum Format {
    TEXT,
    JSONL
  }

  private final Terminal terminal;

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private RuleOptions ruleOptions = new RuleOptions();

  @Option(names = "--format", paramLabel = "text|jsonl", description = "text (default), or jsonl.")
  private Format format = Format.TEXT;

  @Option(names = "--site", paramLabel = "HOST", description = "Only articles of this host.")
  private @Nullable String site;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only articles fetched on this day (UTC) or later: 2026-01-31.")
  private @Nullable String since;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      required = true,
      description = "The folder to write into.")
  private Path out = Path.of("");

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Instant start = Since.day(since);
    List<StoredArticle> articles = new ArrayList<>();
    try (Catalog catalog = data.folder().catalog()) {
      catalog.jdbi().useHandle(h -> Articles.forEach(h, site, start, articles::add));
    }
    long copies = articles.stream().filter(article -> article.duplicateOf() != null).count();
    long held = articles.stream().filter(article -> !article.isAccepted()).count() - copies;
    articles.removeIf(article -> !article.isAccepted());
    AtomicFile.checkFolder(out);
    Failures failures = new Failures();
    Export export =
        new Export(
            out,
            data.folder().texts(),
            new LanguageTexts(ruleOptions.rules()),
            format == Format.JSONL);
    try (TerminalProgress progress = new TerminalProgress(terminal, "exporting", articles.size())) {
      for (StoredArticle article : articles) {
        try {
          export.add(article);
        } catch (IOException unreadable) {
          failures.add(article.canonical().toString(), Failures.reason(unreadable));
        }
        progress.step();
      }
    }
    export.finish();
    terminal.say(export.count() + " articles in " + out);
    if (held > 0) {
      terminal.say(
          held
              + (held == 1 ? " article is" : " articles are")
              + " in quarantine, being not as the rule asks, and left out");
    }
    if (copies > 0) {
      terminal.say(
          copies
              + (copies == 1 ? " article has" : " articles have")
              + " nearly the same text as an older one, and "
              + (copies == 1 ? "is" : "are")
              + " left out");
    }
    return terminal.report(failures, "articles could not be exported");
  }
}
