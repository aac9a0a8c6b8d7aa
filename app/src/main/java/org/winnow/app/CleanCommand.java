// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.extractors.CleanedText;
import org.winnow.extractors.LabelledLine;
import org.winnow.extractors.RecurringLines;
import org.winnow.extractors.TextCleaner;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.Nearest;
import org.winnow.pipeline.UserError;
import org.winnow.siterules.PhraseLists;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes boilerplate out of text that was scraped long ago. */
@Command(
    name = "clean",
    description = {
      "Strips boilerplate lines from text that was already scraped.",
      "",
      "Lines are judged by phrases, shape, position and repetition; what is not surely boilerplate"
          + " stays, byte for byte. Lines that recur over the files of a folder count as the"
          + " site's. The output is UTF-8 without byte order mark; the input is never changed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow clean old.txt                                 the clean text on stdout",
      "  winnow clean old.txt --explain                       every line: kept or removed, and why",
      "  winnow clean texts/ --out clean/                     a folder, its tree kept",
      "  winnow clean texts/ --site www.example.org --out clean/"
    })
final class CleanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "Text files, or folders of .txt files.")
  private List<Path> paths = List.of();

  @Option(
      names = "--site",
      paramLabel = "HOST",
      description = "Also apply what this site's rule says under remove: lines, blocks and cutAt.")
  private @Nullable String site;

  @Mixin private RuleOptions ruleOptions = new RuleOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "The folder for the clean texts; stdout if left out, for a single file.")
  private @Nullable Path out;

  @Option(
      names = "--explain",
      description = "Print every line, kept (+) or removed (-), with the reason; write nothing.")
  private boolean explain;

  private int lines;
  private int removed;

  CleanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Failures failures = new Failures();
    Optional<SiteRule> rule = siteRule();
    TextFiles files = new TextFiles(failures, out);
    for (Path path : paths) {
      files.add(path);
    }
    checkOutput(files);
    TextCleaner cleaner = new TextCleaner(PhraseLists.bundled(), rule, recurring(files));
    try (TerminalProgress progress =
        new TerminalProgress(terminal, "cleaning", files.inputs().size())) {
      for (TextFiles.Input input : files.inputs()) {
        try {
          clean(input, cleaner);
        } catch (IOException failed) {
          failures.add(input.file().toString(), Failures.reason(failed));
        }
        progress.step();
      }
    }
    summarize(files);
    return terminal.report(failures, "of " + files.inputs().size() + " texts not cleaned");
  }

  private Optional<SiteRule> siteRule() {
    if (site == null) {
      return Optional.empty();
    }
    RuleSet rules = ruleOptions.rules();
    Url url =
        Url.parse(site.contains("://") ? site : "https://" + site + "/")
            .orElseThrow(() -> new UserError("--site: '" + site + "' is not a host name"));
    Optional<SiteRule> rule = rules.ruleFor(url);
    if (rule.isEmpty()) {
      List<String> hosts = rules.rules().stream().flatMap(r -> r.hosts().stream()).toList();
      throw new UserError(
          "--site: no rule for "
              + url.host()
              + Nearest.to(url.host(), hosts)
                  .map(meant -> " (did you mean " + meant + "?)")
                  .orElse("")
              + "; leave --site out, or give the folder of your rules by --rules DIR");
    }
    return rule;
  }

  private void checkOutput(TextFiles files) throws IOException {
    boolean isOneFile = paths.size() == 1 && !Files.isDirectory(paths.get(0));
    if (explain) {
      return;
    }
    if (out == null) {
      if (!isOneFile) {
        throw new UserError("name a folder for the clean texts: --out DIR");
      }
      return;
    }
    AtomicFile.checkFolder(out);
    for (TextFiles.Input input : files.inputs()) {
      Path target = out.resolve(input.relative());
      if (Files.exists(target) && Files.isSameFile(target, input.file())) {
        throw new UserError(
            "--out " + out + " would overwrite " + input.file() + "; choose another folder");
      }
    }
  }

  /** The lines of all files, counted. */
  private static RecurringLines recurring(TextFiles files) {
    RecurringLines recurring = new RecurringLines();
    for (TextFiles.Input input : files.inputs()) {
      try {
        recurring.add(input.read().text());
      } catch (IOException unreadable) {
        // told when the file is cleaned
      }
    }
    return recurring;
  }

  private void clean(TextFiles.Input input, TextCleaner cleaner) throws IOException {
    CleanedText cleaned = cleaner.clean(input.read().text());
    lines += cleaned.lines().size();
    removed += cleaned.removed();
    if (explain) {
      explain(input, cleaned);
    } else if (cleaned.text().isBlank()) {
      throw new IOException("nothing but boilerplate in it; see --explain");
    } else if (out == null) {
      String text = cleaned.text();
      terminal.out().print(terminal.isOutTerminal() ? Terminal.printable(text) : text);
      terminal.out().flush();
    } else {
      AtomicFile.write(
          out.resolve(input.relative()), cleaned.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void explain(TextFiles.Input input, CleanedText cleaned) {
    terminal.out().println(Terminal.printable("== " + input.file()));
    for (LabelledLine line : cleaned.lines()) {
      terminal
          .out()
          .println(
              Terminal.printable(
                  "%s %d %s"
                      .formatted(line.isContent() ? "+" : "-", line.number(), line.reason())));
      terminal.out().println("    " + Terminal.printable(line.text().strip()));
    }
  }

  private void summarize(TextFiles files) {
    if (files.others() > 0) {
      terminal.say(files.others() + " files left alone: not .txt");
    }
    if (out != null && !explain) {
      terminal.say("%d of %d lines removed".formatted(removed, lines));
    }
  }
}
