// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.rules.RuleFolderWriter;
import org.winnow.siterules.RuleProblem;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleSource;
import org.winnow.siterules.imports.AbpImport;
import org.winnow.siterules.imports.ImportNote;
import org.winnow.siterules.imports.RuleFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes rules of an Adblock list. */
@Command(
    name = "abp",
    description = {
      "Makes rules of the plain cosmetic filters in an Adblock list (##.ad-box).",
      "",
      "The general filters become a rule that others extend by the file's name; those of a host"
          + " become a rule of that host."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  winnow rules import abp my-filters.txt --out my-rules/my-filters.yml"})
final class RulesImportAbpCommand implements Callable<Integer> {
  private static final String EXTENSION = ".yml";
  private static final long LARGEST = 8 << 20;

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The list.")
  private Path from = Path.of("");

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "The file for the rules, *.yml.")
  private Path out = Path.of("");

  @Option(names = "--replace", description = "Write over a file that differs.")
  private boolean replace;

  RulesImportAbpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String name = String.valueOf(out.getFileName());
    if (!name.endsWith(EXTENSION)) {
      throw new UserError("--out " + out + ": rules are in a file *.yml");
    }
    AbpImport.Result result =
        new AbpImport(JsoupSelectors.INSTANCE)
            .of(name.substring(0, name.length() - EXTENSION.length()), from.toString(), list());
    check(name.substring(0, name.length() - EXTENSION.length()), result.yaml());
    Path folder = out.toAbsolutePath().getParent();
    new RuleFolderWriter(folder == null ? Path.of("") : folder, replace)
        .write(List.of(new RuleFile(name, result.yaml())));
    result.notes().stream().map(ImportNote::toString).forEach(terminal::say);
    terminal
        .out()
        .println(
            result.general()
                + " general selectors, rules for "
                + result.hosts()
                + " hosts; not taken over: "
                + result.network()
                + " filters of the network, "
                + result.notes().size()
                + " that are not CSS");
    return ExitCode.OK;
  }

  private String list() throws IOException {
    if (!Files.isRegularFile(from)) {
      throw new UserError(from + ": no such file");
    }
    if (Files.size(from) > LARGEST) {
      throw new UserError(from + ": larger than 8 MB; take the part that you need");
    }
    return new String(Files.readAllBytes(from), StandardCharsets.UTF_8);
  }

  private static void check(String name, String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    List<RuleProblem> problems =
        new RuleReader(JsoupSelectors.INSTANCE)
            .read(List.of(new RuleSource(name, name + EXTENSION, () -> bytes)))
            .problems();
    if (!problems.isEmpty()) {
      throw new UserError(problems.stream().map(RuleProblem::toString).toList());
    }
  }
}
