// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The rules that come with Winnow. */
public final class BundledRules {
  private static final String FOLDER = "sites/";
  private static final String ROOT =
      BundledRules.class.getPackageName().replace('.', '/') + "/" + FOLDER;

  private BundledRules() {}

  /** Their files, by name, from the folder or jar that this class came from. */
  public static List<RuleSource> sources() {
    CodeSource origin = BundledRules.class.getProtectionDomain().getCodeSource();
    if (origin == null) {
      throw new IllegalStateException("the classes lie in no folder or jar");
    }
    try {
      Path classes = Path.of(origin.getLocation().toURI());
      return Files.isDirectory(classes) ? fromFolder(classes.resolve(ROOT)) : fromJar(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the classes lie in no folder or jar", e);
    }
  }

  private static List<RuleSource> fromFolder(Path root) {
    return RuleFolder.sources(root).stream()
        .map(source -> source(root.relativize(Path.of(source.file())).toString()))
        .toList();
  }

  private static List<RuleSource> fromJar(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(ROOT) && RuleFolder.isRule(name))
          .sorted()
          .map(name -> source(name.substring(ROOT.length())))
          .toList();
    }
  }

  private static RuleSource source(String path) {
    return new RuleSource(RuleFolder.name(path), FOLDER + path, () -> bytes(FOLDER + path));
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream stream = BundledRules.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new FileNotFoundException(resource);
      }
      return stream.readAllBytes();
    }
  }
}
