// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code winnow} itself: what all its subcommands share. */
@Command(
    name = "winnow",
    description = "Turns websites into a clean text corpus.",
    versionProvider = WinnowCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommandsRepeatable = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow demo                   see it work on a miniature web, offline",
      "  winnow extract page.html      the article of a page",
      "  winnow crawl www.example.org  one run over a site",
      "",
      "'winnow COMMAND --help' tells more about a command.",
      "Exit codes: 0 done; 1 done with failures, each named; 2 the command, a",
      "rule or the configuration is wrong and nothing was fetched or written."
    })
final class WinnowCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  boolean debug;

  boolean isVerbose;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log what happens on stderr, not only warnings; explain every step.")
  void verbose(boolean verbose) {
    isVerbose = verbose;
    if (verbose) {
      ((Logger) LoggerFactory.getLogger("org.winnow")).setLevel(Level.INFO);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  /** The version that the build wrote down. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      Properties build = new Properties();
      try (InputStream in = WinnowCommand.class.getResourceAsStream("build.properties")) {
        build.load(in);
      }
      return new String[] {"winnow " + build.getProperty("version")};
    }
  }
}
