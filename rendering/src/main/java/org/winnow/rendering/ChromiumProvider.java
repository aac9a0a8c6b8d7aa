// SPDX-License-Identifier: Apache-2.0
package org.winnow.rendering;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.winnow.crawler.PageRenderer;

/**
 * Finds an installed Chromium: {@code WINNOW_CHROMIUM}, or the first on the {@code PATH}. Never
 * downloads one.
 */
public final class ChromiumProvider implements PageRenderer.Provider {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Map<String, String> environment;

  /** A provider in this process's environment. */
  public ChromiumProvider() {
    this(System.getenv());
  }

  ChromiumProvider(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public PageRenderer open(String userAgent) throws IOException {
    return new ChromiumRenderer(chromium(), userAgent, ChromiumRenderer.Limits.DEFAULT);
  }

  /** The program to start. */
  Path chromium() throws IOException {
    String named = environment.getOrDefault("WINNOW_CHROMIUM", "");
    if (!named.isEmpty()) {
      Path program = Path.of(named);
      if (!Files.isExecutable(program)) {
        throw new IOException("WINNOW_CHROMIUM: " + named + " is no program");
      }
      return program;
    }
    return onPath()
        .orElseThrow(
            () ->
                new IOException(
                    "no Chromium on the PATH; install it (Debian: apt install chromium), or name it"
                        + " with WINNOW_CHROMIUM"));
  }

  private Optional<Path> onPath() {
    String[] folders =
        environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1);
    return NAMES.stream()
        .flatMap(name -> List.of(folders).stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
