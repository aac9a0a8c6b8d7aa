// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extractor;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.InOrder;
import org.winnow.pipeline.UserError;
import org.winnow.siterules.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores the extraction against labelled pages. */
@Command(
    name = "evaluate",
    description = {
      "Scores the extraction against labelled pages.",
      "",
      "DATASET is a folder with gold.jsonl ({\"id\",\"url\",\"lang\",\"gold_text\"}) and"
          + " pages/<id>.html.gz or .html; or with pairs x.html and x.gold.txt (or x.txt) at any"
          + " depth, their addresses in pages.jsonl ({\"path\",\"url\",\"contentType\"}).",
      "",
      "P, R and F1 are means over the pages, of multisets of words (of characters in Chinese,"
          + " Japanese and Thai). shingleF1 is the F1 of mean P and mean R of runs of four words."
          + " 'text' has the headline, 'body' has not; datasets differ in which they want."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow evaluate labelled/ --no-rules            how good extraction is without rules",
      "  winnow evaluate labelled/ --worst 20            and on which pages it is worst",
      "  winnow evaluate labelled/ --page 4711           what went wrong on one page",
      "  winnow evaluate labelled/ --format json"
    })
final class EvaluateCommand implements Callable<Integer> {
  /** What the scores are written as. */
  enum Format {
    TEXT,
    JSON
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Terminal terminal;

  @Parameters(paramLabel = "DATASET", description = "The folder of the labelled pages.")
  private Path dataset = Path.of("");

  @Option(names = "--no-rules", description = "Use no site rules at all.")
  private boolean withoutRules;

  @Mixin private RuleOptions ruleOptions = new RuleOptions();

  @Option(
      names = "--worst",
      paramLabel = "N",
      description = "How many of the worst pages to name; 10 if left out.")
  private int worst = 10;

  @Option(
      names = "--page",
      paramLabel = "ID",
      description = "Show the blocks of this page that were wrongly kept or removed.")
  private @Nullable String page;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many pages at a time; as many as there are processors if left out.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "text (default): a table; json: one object with every figure.")
  private Format format = Format.TEXT;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw new UserError("--threads " + threads + ": at least one");
    }
    if (worst < 0) {
      throw new UserError("--worst " + worst + ": not a number of pages");
    }
    RuleSet rules = withoutRules ? RuleSet.none() : ruleOptions.rules();
    List<LabelledPage> pages = Dataset.read(dataset);
    Extractor extractor = new Extractor(rules);
    return page == null ? evaluate(pages, extractor) : review(pages, extractor, page);
  }

  private int evaluate(List<LabelledPage> pages, Extractor extractor) throws IOException {
    Failures failures = new Failures();
    List<PageScore> scores = new ArrayList<>(pages.size());
    try (TerminalProgress progress = new TerminalProgress(terminal, "evaluating", pages.size())) {
      InOrder.<LabelledPage, Result>run(
          pages.iterator(),
          threads,
          labelled -> score(labelled, extractor),
          result -> {
            scores.add(result.score());
            if (result.problem() != null) {
              failures.add(result.score().id(), result.problem());
            }
            progress.step();
          });
    }
    Evaluation evaluation = new Evaluation(scores);
    if (format == Format.JSON) {
      EvaluationOutput.json(evaluation, worst, terminal.out());
    } else {
      EvaluationOutput.table(evaluation, worst, terminal.out());
    }
    return terminal.report(failures, "of " + pages.size() + " pages could not be read");
  }

  private int review(List<LabelledPage> pages, Extractor extractor, String id) throws IOException {
    LabelledPage labelled =
        pages.stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new UserError("--page: no page " + id + " in " + dataset));
    Extraction extraction = extractor.extract(labelled.read());
    new PageReview(labelled.gold()).print(extraction.blocks(), terminal.out());
    Result result = score(labelled, extractor);
    TextScore text = result.score().text();
    TextScore body = result.score().body();
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "text P %.4f R %.4f F1 %.4f, body P %.4f R %.4f F1 %.4f%n",
            text.precision(),
            text.recall(),
            text.f1(),
            body.precision(),
            body.recall(),
            body.f1());
    return 0;
  }

  /** A page's score; a page that cannot be read scores as one without text, and says why. */
  private static Result score(LabelledPage labelled, Extractor extractor) {
    try {
      FetchedPage fetched = labelled.read();
      long start = THREADS.getCurrentThreadCpuTime();
      Extraction extraction = extractor.extract(fetched);
      double millis = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
      String text = extraction instanceof Extracted found ? found.article().text() : "";
      String body = extraction instanceof Extracted found ? found.article().bodyText() : "";
      return new Result(scored(labelled, text, body, millis), null);
    } catch (IOException unreadable) {
      return new Result(scored(labelled, "", "", 0), Failures.reason(unreadable));
    }
  }

  private static PageScore scored(LabelledPage page, String text, String body, double millis) {
    return PageScore.of(page.id(), page.language(), page.gold(), text, body, millis);
  }

  private record Result(PageScore score, @Nullable String problem) {}
}
