// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;

/** The rules that come with Winnow. */
public final class BundledRules {
  private static final String FOLDER = "sites/";

  private BundledRules() {}

  /** Their files, by name, from the folder or jar that this class came from. */
  public static List<RuleSource> sources() {
    URL here = BundledRules.class.getResource("BundledRules.class");
    if (here == null) {
      throw new IllegalStateException("the classes lie in no folder or jar");
    }
    try {
      URLConnection connection = here.openConnection();
      if (connection instanceof JarURLConnection jar) {
        return fromJar(jar);
      }
      Path classes = Path.of(URI.create(here.toString())).resolveSibling(FOLDER);
      return RuleFolder.sources(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RuleSource> fromJar(JarURLConnection connection) throws IOException {
    String root = BundledRules.class.getPackageName().replace('.', '/') + "/" + FOLDER;
    return connection.getJarFile().stream()
        .map(JarEntry::getName)
        .filter(name -> name.startsWith(root) && RuleFolder.isRule(name))
        .sorted()
        .map(name -> source(name.substring(root.length())))
        .toList();
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
