// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.pipeline.LiveRules;
import org.winnow.pipeline.UserError;
import org.winnow.siterules.BundledRules;
import org.winnow.siterules.RuleFolder;
import org.winnow.siterules.RuleProblem;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;
import picocli.CommandLine.Option;

/** Which site rules a command uses. */
final class RuleOptions {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Use the rules in this folder too; they win over the bundled ones.")
  private @Nullable Path folder;

  /**
   * The bundled rules and those of the folder.
   *
   * @throws UserError naming every problem in them
   */
  RuleSet rules() {
    RuleReading reading = read(folder);
    if (!reading.problems().isEmpty()) {
      throw new UserError(reading.problems().stream().map(RuleProblem::toString).toList());
    }
    return reading.rules();
  }

  /**
   * The same while they are changed.
   *
   * @param usual the folder where none is named
   * @throws UserError if there is no such folder
   */
  LiveRules live(Path usual) {
    return LiveRules.of(folderOr(usual));
  }

  /**
   * The folder of one's own rules, or that one if none is named.
   *
   * @throws UserError if there is no such folder
   */
  Path folderOr(Path usual) {
    if (folder != null && !Files.isDirectory(folder)) {
      throw new UserError(folder + ": no such folder of rules");
    }
    return folder == null ? usual : folder;
  }

  /**
   * The bundled rules, and those of a folder or file over them, with every problem.
   *
   * @throws UserError if there is no such folder or file
   */
  static RuleReading read(@Nullable Path own) {
    if (own != null && !Files.exists(own)) {
      throw new UserError(own + ": no such folder or file of rules");
    }
    RuleReader reader = new RuleReader(JsoupSelectors.INSTANCE);
    List<RuleSource> sources = own == null ? List.of() : RuleFolder.sources(own);
    return reader.read(BundledRules.sources(), sources);
  }
}
