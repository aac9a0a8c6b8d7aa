// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Sha256;

/**
 * Style sheets and scripts: ours under {@code /static/}, libraries under {@code /lib/}. Addresses
 * change with the content, so that browsers may keep them.
 */
final class Assets {
  private static final Pattern OURS = Pattern.compile("[a-z0-9-]+\\.(css|js|svg)");
  private static final Pattern LIBRARY =
      Pattern.compile("(htmx\\.org|codemirror)/[0-9.]+/[A-Za-z0-9/._-]+\\.(css|js)");
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final Map<String, Optional<byte[]>> ours = new ConcurrentHashMap<>();
  private final Map<String, String> prints = new ConcurrentHashMap<>();
  private final Properties versions = new Properties();

  Assets() {
    try (InputStream in = Assets.class.getResourceAsStream("libraries.properties")) {
      versions.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  void addTo(Routes routes) {
    routes.open("GET", "/static/{name}", visit -> answer(visit, our(visit.path("name"))));
    routes.open("GET", "/lib/<path>", visit -> answer(visit, library(visit.path("path"))));
  }

  /** The address of one of our own files. */
  String own(String name) {
    return "/static/" + name + "?" + prints.computeIfAbsent(name, this::print);
  }

  /** The address of a file of a library. */
  String library(String library, String file) {
    return "/lib/" + library + "/" + versions.getProperty(library) + "/" + file;
  }

  private String print(String name) {
    return Sha256.hex(our(name).orElseThrow(() -> new IllegalArgumentException(name)))
        .substring(0, 12);
  }

  private Optional<byte[]> our(String name) {
    return OURS.matcher(name).matches()
        ? ours.computeIfAbsent(name, Assets::read)
        : Optional.empty();
  }

  private static Optional<byte[]> read(String name) {
    return bytes(Assets.class.getResourceAsStream("static/" + name));
  }

  private static Optional<byte[]> library(String path) {
    return LIBRARY.matcher(path).matches() && !path.contains("..")
        ? bytes(Assets.class.getResourceAsStream("/META-INF/resources/webjars/" + path))
        : Optional.empty();
  }

  private static Optional<byte[]> bytes(@Nullable InputStream file) {
    try (file) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void answer(Visit visit, Optional<byte[]> bytes) {
    String path = visit.path();
    String type =
        path.endsWith(".css")
            ? "text/css; charset=utf-8"
            : path.endsWith(".svg") ? "image/svg+xml" : "text/javascript; charset=utf-8";
    visit
        .context()
        .header("Cache-Control", FOREVER)
        .contentType(type)
        .result(bytes.orElseThrow(Refusal::notFound));
  }
}
