// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the project that is made of the code and must be equal to it. {@code
 * -Dwinnow.update=true} writes it anew.
 */
record CommittedFile(Path path) {

  /** The file at that path below the project's root. */
  static CommittedFile of(String path) {
    return new CommittedFile(Path.of("..").resolve(path));
  }

  void isEqualTo(String made) throws IOException {
    if (Boolean.getBoolean("winnow.update")) {
      Files.writeString(path, made);
    }
    assertThat(path).as("make it anew with -Dwinnow.update=true").content().isEqualTo(made);
  }
}
