// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.winnow.pipeline.AtomicFile;
import org.winnow.siterules.RuleSchema;

/** The schema beside rules, which editors read while a rule is typed. */
public final class SchemaFile {
  private static final String NAME = "winnow-rule.schema.json";

  private SchemaFile() {}

  /** How that rule names its schema; the sites of a folder of rules share one. */
  public static String nameFor(Path rule) {
    return sharesFolder(rule) ? NAME : "../" + NAME;
  }

  /** Writes the schema that {@link #nameFor} names, as it is in this version. */
  public static void writeFor(Path rule) throws IOException {
    Path folder = rule.toAbsolutePath().getParent();
    Path place = folder == null || sharesFolder(rule) ? folder : folder.getParent();
    if (place != null) {
      AtomicFile.write(place.resolve(NAME), RuleSchema.json().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean sharesFolder(Path rule) {
    return !rule.endsWith("rule.yml");
  }
}
