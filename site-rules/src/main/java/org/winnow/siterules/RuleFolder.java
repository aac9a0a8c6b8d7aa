// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rule files below a folder: every {@code .yml} and {@code .yaml} file. A {@code rule.yml} is
 * called as its folder, any other file as itself without the extension, with the path from the
 * root: {@code families/example}. Pages and texts may lie beside them.
 */
public final class RuleFolder {
  private static final int DEEPEST = 8;

  private RuleFolder() {}

  /** The files, by name. A folder that cannot be listed gives one source that cannot be read. */
  public static List<RuleSource> sources(Path root) {
    if (Files.isRegularFile(root)) {
      Path name = root.toAbsolutePath().getFileName();
      return List.of(source(name == null ? root : name, root));
    }
    try (Stream<Path> files = Files.walk(root, DEEPEST)) {
      return files
          .filter(file -> isRule(file.toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> source(root.relativize(file), file))
          .toList();
    } catch (IOException e) {
      return List.of(unreadable(root, e));
    } catch (UncheckedIOException e) {
      return List.of(unreadable(root, new IOException(e)));
    }
  }

  private static RuleSource source(Path relative, Path file) {
    return new RuleSource(
        name(relative.toString().replace('\\', '/')),
        file.toString(),
        () -> {
          // A file beyond the limit is not worth its memory; one byte more shows that it is.
          try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(RuleText.MOST_BYTES + 1);
          }
        });
  }

  private static RuleSource unreadable(Path root, IOException e) {
    return new RuleSource(
        root.toString(),
        root.toString(),
        () -> {
          throw e;
        });
  }

  static boolean isRule(String path) {
    return path.endsWith(".yml") || path.endsWith(".yaml");
  }

  /** The rule's name from its path below the root. */
  static String name(String path) {
    String bare = path.substring(0, path.lastIndexOf('.'));
    return bare.endsWith("/rule") ? bare.substring(0, bare.length() - "/rule".length()) : bare;
  }
}
