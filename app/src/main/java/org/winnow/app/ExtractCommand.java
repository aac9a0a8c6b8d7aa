// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Label;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Url;
import org.winnow.extractors.Extractor;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.InOrder;
import org.winnow.pipeline.LanguageTexts;
import org.winnow.pipeline.LiveRules;
import org.winnow.pipeline.Reextraction;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.input.ArchiveInput;
import org.winnow.pipeline.input.Manifest;
import org.winnow.pipeline.input.PageInput;
import org.winnow.pipeline.input.PageInputs;
import org.winnow.pipeline.input.WarcInputs;
import org.winnow.siterules.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes text of stored pages, offline. */
@Command(
    name = "extract",
    description = {
      "Turns stored HTML pages into clean text, offline.",
      "",
      "A page's rule is found by its address: --url, the manifest's url, or the one that the page"
          + " itself states (canonical link, og:url). A page without any is extracted without a"
          + " rule."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow extract page.html                           the text on stdout",
      "  winnow extract page.html --url https://example.org/a --explain",
      "  winnow extract pages/ --out text/                  one .txt file per page",
      "  winnow extract archive.warc.gz --out text/         one per page of the archive",
      "  curl -s https://example.org/a | winnow extract - --url https://example.org/a",
      "  winnow extract --manifest pages.jsonl --format jsonl --out articles.jsonl",
      "  winnow extract --data winnow-data --rules my-rules/ --since 2026-01-31",
      "                                                     a corpus again, after a rule was changed"
    })
final class ExtractCommand implements Callable<Integer> {
  /** What the results are written as. */
  enum Format {
    TEXT,
    JSONL
  }

  /** What else can stand in the text. */
  enum Kept {
    COMMENTS(Label.COMMENT),
    CAPTIONS(Label.CAPTION),
    RELATED(Label.RELATED),
    BYLINES(Label.BYLINE);

    private final Label label;

    Kept(Label label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Terminal terminal;
  private List<ArchiveInput> archives = List.of();

  @Parameters(
      paramLabel = "FILE|DIR|WARC",
      description =
          "Pages, folders of pages, archives (WARC, WACZ, ARC); .gz too. '-' is stdin: a page or an"
              + " archive.")
  private List<Path> paths = List.of();

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "Pages listed as JSON lines {\"id\",\"path\",\"url\",\"contentType\"}; paths relative to"
              + " the manifest.")
  private @Nullable Path manifest;

  @Option(names = "--url", paramLabel = "URL", description = "The address of a single page.")
  private @Nullable String url;

  @Option(names = "--no-rules", description = "Use no site rules at all.")
  private boolean withoutRules;

  @Mixin private RuleOptions ruleOptions = new RuleOptions();
  @Mixin private StoredOptions stored = new StoredOptions();

  @Option(
      names = "--format",
      paramLabel = "text|jsonl",
      description = "text (default), or jsonl: one object a page, with its metadata.")
  private Format format = Format.TEXT;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "PATH",
      description = "The folder for text files, or the file for jsonl; stdout if left out.")
  private @Nullable Path out;

  @Option(
      names = "--keep",
      paramLabel = "KIND",
      split = ",",
      description = "Keep in the text too, in page order: ${COMPLETION-CANDIDATES}.")
  private List<Kept> keep = List.of();

  @Option(
      names = "--explain",
      description = "Print every block with its label and the reason, instead of the text.")
  private boolean explain;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many pages at a time; as many as there are processors if left out.")
  private int threads = Runtime.getRuntime().availableProcessors();

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Failures failures = new Failures();
    DataFolder data = stored.data(!paths.isEmpty() || manifest != null);
    if (data != null) {
      return extractAgain(data);
    }
    RuleSet rules = withoutRules ? RuleSet.none() : ruleOptions.rules();
    List<PageInput> pages = pages(failures);
    checkOutput(pages);
    Extractor extractor = new Extractor(rules).keeping(labels());
    try (PageOutput output = output(new LanguageTexts(rules));
        WarcInputs archived = new WarcInputs(archives, failures);
        TerminalProgress progress = progress(pages)) {
      InOrder.<PageInput, PageResult>run(
          both(pages.iterator(), archived),
          threads,
          PageInput::bytes,
          input -> extract(input, extractor),
          result -> {
            write(result, output, failures);
            if (archives.isEmpty()) {
              progress.step();
            } else {
              progress.stepTo(archived.position());
            }
          });
      output.finish();
      if (!archived.leftAlone().isEmpty()) {
        terminal.say(archived.leftAlone());
      }
    }
    return terminal.report(failures, "without a text");
  }

  private Set<Label> labels() {
    return keep.stream().map(kind -> kind.label).collect(Collectors.toUnmodifiableSet());
  }

  private TerminalProgress progress(List<PageInput> pages) {
    if (archives.isEmpty()) {
      return new TerminalProgress(terminal, "extracting", pages.size());
    }
    boolean isKnown = archives.stream().allMatch(archive -> archive.bytes() >= 0);
    long bytes = archives.stream().mapToLong(ArchiveInput::bytes).sum();
    return TerminalProgress.ofBytes(terminal, "extracting", isKnown ? bytes : -1);
  }

  private int extractAgain(DataFolder data) throws IOException {
    if (!paths.isEmpty() || manifest != null || url != null || out != null || explain) {
      throw new UserError(
          "--data extracts the corpus's own pages into the corpus; name no others, and no --out,"
              + " --url or --explain");
    }
    RuleSet rules = withoutRules ? RuleSet.none() : ruleOptions.rules();
    if (stored.isDry()) {
      try (Catalog catalog = data.catalog();
          PageArchive archive = PageArchive.openForReading(data.archive())) {
        return extractAgain(new Reextraction(catalog.jdbi(), archive, data.texts(), rules, true));
      }
    }
    data.checkCatalog();
    try (Workspace workspace = Workspace.open(data, LiveRules.fixed(rules), Clock.systemUTC())) {
      return extractAgain(workspace.reextraction());
    }
  }

  private int extractAgain(Reextraction again) {
    int pages =
        again.run(
            stored.site(),
            stored.since(),
            Math.max(1, threads),
            steps -> new TerminalProgress(terminal, "extracting", steps));
    if (pages == 0) {
      throw new UserError(
          "no stored pages" + (stored.site() == null ? "" : " of " + stored.site()));
    }
    terminal.out().println(again.summary());
    return terminal.report(again.empty(), "articles are empty now; their texts were left alone");
  }

  private List<PageInput> pages(Failures failures) throws IOException {
    if (paths.isEmpty() == (manifest == null)) {
      throw new UserError("name the pages: FILE or DIR, --manifest FILE, or --data DIR");
    }
    if (threads < 1) {
      throw new UserError("--threads " + threads + ": at least one");
    }
    if (manifest != null) {
      return Manifest.read(manifest);
    }
    if (url != null && paths.size() > 1) {
      throw new UserError("--url is for a single file, and there are " + paths.size());
    }
    PageInputs inputs = new PageInputs(failures);
    for (Path path : paths) {
      Url address = url == null ? null : address(url);
      if (path.toString().equals("-")) {
        inputs.add(terminal.in(), address);
      } else {
        inputs.add(path, address);
      }
    }
    if (inputs.others() > 0) {
      int others = inputs.others();
      terminal.say(others + (others == 1 ? " file" : " files") + " left alone: not pages by name");
    }
    archives = inputs.archives();
    return inputs.pages();
  }

  private static Url address(String text) {
    return Url.parse(text)
        .orElseThrow(() -> new UserError("--url: '" + text + "' is not an http(s) address"));
  }

  private void checkOutput(List<PageInput> pages) {
    if (out != null && format == Format.TEXT) {
      AtomicFile.checkFolder(out);
    } else if (out == null
        && format == Format.TEXT
        && !explain
        && (pages.size() > 1 || !archives.isEmpty())) {
      throw new UserError("name a folder for the texts: --out DIR");
    }
  }

  private PageOutput output(LanguageTexts languages) throws IOException {
    if (explain) {
      return new ExplainOutput(terminal);
    }
    return format == Format.JSONL
        ? new JsonlOutput(languages, out, terminal.out())
        : new TextOutput(languages, out, terminal.out());
  }

  private static Iterator<PageInput> both(Iterator<PageInput> first, Iterator<PageInput> second) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return first.hasNext() || second.hasNext();
      }

      @Override
      public PageInput next() {
        return first.hasNext() ? first.next() : second.next();
      }
    };
  }

  private static PageResult extract(PageInput input, Extractor extractor) {
    try {
      FetchedPage page = input.read().page();
      long start = THREADS.getCurrentThreadCpuTime();
      var extraction = extractor.extract(page);
      double millis = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
      return PageResult.of(input, page, extraction, millis);
    } catch (IOException unreadable) {
      return PageResult.unreadable(input, Failures.reason(unreadable));
    }
  }

  private static void write(PageResult result, PageOutput output, Failures failures) {
    try {
      if (result.problem() != null) {
        failures.add(result.input().name(), result.problem());
      }
      output.write(result);
    } catch (IOException unwritable) {
      failures.add(result.input().name(), Failures.reason(unwritable));
    }
  }
}
