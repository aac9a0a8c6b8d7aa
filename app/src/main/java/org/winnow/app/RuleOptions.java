// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.RuleSet;
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
    if (folder != null && !Files.isDirectory(folder)) {
      throw new UserError("--rules: " + folder + ": no such folder");
    }
    return RuleSet.none();
  }
}
