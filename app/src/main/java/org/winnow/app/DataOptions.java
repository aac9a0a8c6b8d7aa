// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.nio.file.Path;
import org.winnow.pipeline.DataFolder;
import picocli.CommandLine.Option;

/** Where the corpus is. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder with everything that Winnow keeps; ${DEFAULT-VALUE} if left out.",
      defaultValue = DataFolder.USUAL)
  private Path folder = Path.of(DataFolder.USUAL);

  DataFolder folder() {
    return new DataFolder(folder);
  }
}
