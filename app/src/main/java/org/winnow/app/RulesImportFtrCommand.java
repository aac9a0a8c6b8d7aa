// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.rules.RuleFolderWriter;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.imports.FtrImport;
import org.winnow.siterules.imports.FtrReport;
import org.winnow.siterules.imports.ImportNote;
import org.winnow.siterules.imports.ImportNote.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes rules of the site configs of Full-Text RSS. */
@Command(
    name = "ftr",
    description = {
      "Makes rules of the site configs of Full-Text RSS (fivefilters.org), one file a site.",
      "",
      "Every rule is marked unverified. What could not be taken over stands in the rule as a"
          + " comment, with the line it comes from."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow rules import ftr ftr-site-config/ --out my-rules/",
      "  winnow rules import ftr example.org.txt --out my-rules/ --report report.txt"
    })
final class RulesImportFtrCommand implements Callable<Integer> {
  private static final long LARGEST = 1 << 20;

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE|DIR", description = "A config, or a folder of them (*.txt).")
  private Path from = Path.of("");

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "The folder for the rules.")
  private Path out = Path.of("");

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write everything that was not taken over there, by file and line.")
  private @Nullable Path reportFile;

  @Option(names = "--replace", description = "Write over rules that differ from the imported ones.")
  private boolean replace;

  RulesImportFtrCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Failures failures = new Failures();
    FtrImport.Result result =
        new FtrImport(new RuleReader(JsoupSelectors.INSTANCE)).of(configs(failures));
    new RuleFolderWriter(out, replace).write(result.files());
    FtrReport report = result.report();
    if (reportFile != null) {
      String lines = String.join("\n", report.notes().stream().map(ImportNote::toString).toList());
      AtomicFile.write(reportFile, (lines + "\n").getBytes(StandardCharsets.UTF_8));
    }
    say(report);
    for (FtrReport.NotImported file : report.notImported()) {
      failures.add(file.name(), file.reason());
    }
    return terminal.report(failures, "of " + report.files() + " configs not imported");
  }

  private List<FtrImport.Config> configs(Failures failures) throws IOException {
    if (!Files.exists(from)) {
      throw new UserError(from + ": no such file or folder of site configs");
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(from, 1)) {
      files =
          found
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().endsWith(".txt") || file.equals(from))
              .sorted()
              .toList();
    }
    if (files.isEmpty()) {
      throw new UserError(from + ": no site config in it (example.org.txt)");
    }
    List<FtrImport.Config> configs = new ArrayList<>();
    for (Path file : files) {
      if (Files.size(file) > LARGEST) {
        failures.add(file.toString(), "larger than a megabyte");
      } else {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        configs.add(new FtrImport.Config(file.toString(), text));
      }
    }
    return configs;
  }

  private void say(FtrReport report) {
    report.notes().stream()
        .filter(note -> note.kind() == Kind.MALFORMED)
        .forEach(note -> terminal.say(note.toString()));
    print(
        "%d of %d configs imported, %d of them completely (%s)"
            .formatted(
                report.imported(),
                report.files(),
                report.complete(),
                percent(report.complete(), report.imported())));
    print(
        "%d of %d XPath expressions are CSS now (%s)"
            .formatted(
                report.translated(),
                report.expressions(),
                percent(report.translated(), report.expressions())));
    print("%d rules extend one of %d families".formatted(report.members(), report.families()));
    reasons(report, Kind.XPATH, "stay XPath:");
    reasons(report, Kind.UNSUPPORTED, "have no counterpart:");
    reasons(report, Kind.LEFT_OUT, "are left out on purpose:");
    reasons(report, Kind.MALFORMED, "are wrong in the config:");
    reasons(report, Kind.REFUSED, "are not understood by this version, and stand as comments:");
  }

  private void reasons(FtrReport report, Kind kind, String title) {
    Map<String, Integer> reasons = report.reasons(kind);
    if (!reasons.isEmpty()) {
      int sum = reasons.values().stream().mapToInt(Integer::intValue).sum();
      print(sum + " " + title);
      reasons.forEach((reason, count) -> print("  %5d %s".formatted(count, reason)));
    }
  }

  private static String percent(int part, int whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private void print(String line) {
    terminal.out().println(Terminal.printable(line));
  }
}
