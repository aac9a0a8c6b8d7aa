// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.pipeline.UserError;
import org.winnow.review.Password;
import org.winnow.review.Secrets;
import org.winnow.review.ServerSettings;
import picocli.CommandLine.Option;

/** How the pages are reached. */
final class ServerOptions {
  private static final String PASSWORD = "WINNOW_PASSWORD";
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen; ${DEFAULT-VALUE} if left out, 0 for any.",
      defaultValue = "8080")
  private int port = 8080;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description =
          "The address to listen on; ${DEFAULT-VALUE} if left out, which only this machine reaches."
              + " Any other one needs a password.",
      defaultValue = "127.0.0.1")
  private String address = "127.0.0.1";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "Ask for the password in the first line of this file. Also from " + PASSWORD + ".")
  private @Nullable Path passwordFile;

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      description = "Answer under this name too, as behind a proxy. Repeatable.")
  private List<String> hostNames = List.of();

  /**
   * The settings of the server.
   *
   * @throws UserError if an option is wrong
   */
  ServerSettings settings(Secrets secrets, Map<String, String> environment, Clock clock) {
    if (port < 0 || port > LAST_PORT) {
      throw new UserError("--port " + port + ": not between 0 and " + LAST_PORT);
    }
    Set<String> names =
        hostNames.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return new ServerSettings(address, port, names, password(environment), secrets, clock);
  }

  private @Nullable Password password(Map<String, String> environment) {
    String password = environment.getOrDefault(PASSWORD, "");
    if (passwordFile != null) {
      try {
        password = Files.readString(passwordFile).lines().findFirst().orElse("");
      } catch (IOException unreadable) {
        throw new UserError(
            "--password-file " + passwordFile + ": no such file, or not to be read");
      }
      if (password.isEmpty()) {
        throw new UserError("--password-file " + passwordFile + ": its first line is empty");
      }
    }
    return password.isEmpty() ? null : new Password(password);
  }
}
