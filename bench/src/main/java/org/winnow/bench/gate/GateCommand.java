// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.winnow.app.Table;
import org.winnow.app.Terminal;
import org.winnow.bench.Winnow;
import org.winnow.pipeline.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the quality gate by hand, and pins its floors. */
@Command(
    name = "gate",
    description = {
      "Runs the quality gate that is part of ./check, or pins its floors.",
      "",
      "Its pages are made of the templates and texts in FOLDER; its floors are in floors.json there."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow-bench gate                      every kind and language beside its floor",
      "  winnow-bench gate --worst 20           and the pages that are worst",
      "  winnow-bench gate --write pages/       the pages and gold texts, for 'winnow evaluate'",
      "  winnow-bench gate --pin                raise the floors to what is reached now"
    })
public final class GateCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "The gate's folder; bench/gate if left out.")
  private Path folder = Path.of("bench", "gate");

  @Option(names = "--pin", description = "Pin the floors to what is reached now.")
  private boolean pin;

  @Option(names = "--allow-lower", description = "With --pin: even where that lowers a floor.")
  private boolean allowLower;

  @Option(
      names = "--write",
      paramLabel = "DIR",
      description = "Write the pages, their gold texts and pages.jsonl there, and stop.")
  private @Nullable Path write;

  @Option(names = "--worst", paramLabel = "N", description = "Name the N worst pages.")
  private int worst;

  public GateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(folder.resolve("templates.yml"))) {
      throw new UserError(folder + ": no gate here; run it in the sources' folder or name one");
    }
    List<GatePage> pages = GatePages.make(folder);
    if (write != null) {
      write(pages, write);
      return ExitCode.OK;
    }
    GateRun run = GateRun.of(pages, new Winnow());
    Path file = folder.resolve("floors.json");
    GateFloors floors =
        Files.exists(file) ? GateFloors.read(file) : new GateFloors("", 0, Map.of(), Map.of());
    print("kind", run.kinds(), floors.kinds());
    print("language", run.languages(), floors.languages());
    printWorst(run);
    return pin ? pin(GateFloors.of(run), floors, file) : check(floors.problems(run));
  }

  private int check(List<String> problems) {
    problems.forEach(terminal::say);
    return problems.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private int pin(GateFloors reached, GateFloors before, Path file) throws IOException {
    List<String> lowered =
        reached.lowered(before).stream().filter(line -> !line.endsWith("has no floor")).toList();
    if (!lowered.isEmpty() && !allowLower) {
      lowered.forEach(terminal::say);
      throw new UserError(
          "these floors would sink; nothing is pinned. If that is meant, add --allow-lower and say"
              + " why in the commit");
    }
    reached.write(file);
    terminal.say("pinned " + reached.pages() + " pages in " + file);
    return ExitCode.OK;
  }

  private void print(String what, Map<String, Double> reached, Map<String, Double> floors) {
    Table table = new Table(what, "F1", "floor");
    reached.forEach(
        (name, f1) ->
            table.add(
                name,
                String.format(Locale.ROOT, "%.4f", f1),
                floors.containsKey(name)
                    ? String.format(Locale.ROOT, "%.3f", floors.get(name))
                    : "-"));
    table.lines().forEach(terminal.out()::println);
    terminal.out().println();
  }

  private void printWorst(GateRun run) {
    IntStream.range(0, run.pages().size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> run.scores().get(i).text().f1()))
        .limit(worst)
        .forEach(
            i ->
                terminal
                    .out()
                    .printf(
                        Locale.ROOT,
                        "P %.3f  R %.3f  F1 %.3f  %s%n",
                        run.scores().get(i).text().precision(),
                        run.scores().get(i).text().recall(),
                        run.scores().get(i).text().f1(),
                        run.pages().get(i).id()));
  }

  private static void write(List<GatePage> pages, Path into) throws IOException {
    StringBuilder manifest = new StringBuilder();
    for (GatePage page : pages) {
      Path file = into.resolve(page.id() + ".html");
      Files.createDirectories(file.getParent());
      Files.write(file, page.bytes());
      Files.writeString(into.resolve(page.id() + ".gold.txt"), page.gold());
      manifest
          .append(
              JSON.writeValueAsString(
                  Map.of(
                      "path",
                      page.id() + ".html",
                      "url",
                      page.url().toString(),
                      "lang",
                      page.language(),
                      "kind",
                      page.kind())))
          .append('\n');
    }
    Files.writeString(into.resolve("pages.jsonl"), manifest.toString());
  }
}
