// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.UserError;
import org.winnow.siterules.imports.RuleFile;

/**
 * Writes made rules into a folder, and nothing over a rule that somebody may have worked on.
 *
 * @param folder where to
 * @param mayReplace whether to write over rules that are there and differ
 */
public record RuleFolderWriter(Path folder, boolean mayReplace) {

  /**
   * Writes them all.
   *
   * @throws UserError if one is there already and differs; then none is written
   */
  public void write(List<RuleFile> files) throws IOException {
    List<String> inTheWay = new ArrayList<>();
    for (RuleFile file : files) {
      Path target = folder.resolve(file.path());
      if (!mayReplace
          && Files.exists(target)
          && !new String(Files.readAllBytes(target), StandardCharsets.UTF_8).equals(file.yaml())) {
        inTheWay.add(target + ": is there and differs; choose another --out, or --replace");
      }
    }
    if (!inTheWay.isEmpty()) {
      throw new UserError(inTheWay);
    }
    AtomicFile.checkFolder(folder);
    for (RuleFile file : files) {
      AtomicFile.write(folder.resolve(file.path()), file.yaml().getBytes(StandardCharsets.UTF_8));
    }
  }
}
