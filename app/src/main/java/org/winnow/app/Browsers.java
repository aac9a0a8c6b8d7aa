// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.winnow.corpus.Url;
import org.winnow.crawler.PageRenderer;
import org.winnow.pipeline.UserError;
import org.winnow.siterules.FetchRule.Render;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * The browser add-on, which is looked for only where a rule asks for a browser: on the class path,
 * or in the folder that the system property {@code winnow.rendering} names.
 */
final class Browsers {
  /** The launcher names the folder into which the build puts the add-on. */
  private static final String FOLDER = "winnow.rendering";

  private Browsers() {}

  /**
   * A browser, if a rule among those of the sites asks for one.
   *
   * @throws UserError if there is none to have: what to install
   */
  static Optional<PageRenderer> wanted(List<Url> addresses, RuleSet rules, String userAgent)
      throws IOException {
    Optional<SiteRule> rule =
        addresses.stream()
            .flatMap(address -> rules.ruleFor(address).stream())
            .filter(site -> site.crawl().fetch().render() != Render.NEVER)
            .findFirst();
    return rule.isEmpty() ? Optional.empty() : Optional.of(open(rule.get(), userAgent));
  }

  private static PageRenderer open(SiteRule rule, String userAgent) throws IOException {
    String asked = rule.name() + ": its rule asks for a browser (fetch.render), ";
    try {
      PageRenderer.Provider provider =
          ServiceLoader.load(PageRenderer.Provider.class, loader())
              .findFirst()
              .orElseThrow(
                  () ->
                      new UserError(
                          asked
                              + "and the add-on is not there; build it once: mvn -P launch -pl"
                              + " rendering -am package -Dmaven.test.skip=true"));
      return provider.open(userAgent);
    } catch (ServiceConfigurationError | LinkageError stale) {
      throw new UserError(asked + "and the add-on cannot be loaded; build it anew: " + stale);
    } catch (IOException missing) {
      throw new UserError(asked + "and there is " + missing.getMessage());
    }
  }

  private static ClassLoader loader() throws IOException {
    ClassLoader own = Browsers.class.getClassLoader();
    String folder = System.getProperty(FOLDER, "");
    if (folder.isEmpty() || !Files.isDirectory(Path.of(folder))) {
      return own;
    }
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jar")).toList()) {
        jars.add(url(file));
      }
    }
    // Never closed: its classes are needed until the process ends.
    return new URLClassLoader("rendering", jars.toArray(URL[]::new), own);
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }
}
