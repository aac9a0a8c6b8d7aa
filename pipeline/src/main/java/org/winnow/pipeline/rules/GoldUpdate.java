// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.UserError;
import org.winnow.siterules.SampleTest;

/**
 * Brings a sample's gold up to date, in two steps: what was extracted is written beside it as
 * {@code name.received.txt}, for a person to look at; only where the change is accepted does it
 * take the gold's place.
 */
public final class GoldUpdate {
  private GoldUpdate() {}

  /** Writes the text and says where. */
  public static String write(SampleTest sample, String gold, String text, boolean isAccepted)
      throws IOException {
    Path file =
        Samples.ownFile(sample, gold)
            .orElseThrow(
                () ->
                    new UserError(
                        "the gold of a bundled rule is not to be changed; name your folder:"
                            + " --rules DIR"));
    Path received = received(file);
    AtomicFile.write(received, text.getBytes(StandardCharsets.UTF_8));
    if (!isAccepted) {
      return received + " is what was extracted; --update --accept makes it the gold";
    }
    Files.move(received, file, StandardCopyOption.REPLACE_EXISTING);
    return file + " is the new gold";
  }

  private static Path received(Path gold) {
    String name = String.valueOf(gold.getFileName());
    String bare = name.endsWith(".txt") ? name.substring(0, name.length() - 4) : name;
    return gold.resolveSibling(bare + ".received.txt");
  }
}
