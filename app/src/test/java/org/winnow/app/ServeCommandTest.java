// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServeCommandTest {
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  @TempDir private Path data;

  private Process serve(String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.winnow.app.Main",
                "serve",
                "--data",
                data.toString(),
                "--port",
                "0"));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String url(BufferedReader said) throws Exception {
    String line = said.readLine();
    Matcher url = URL.matcher(line);
    assertThat(url.find()).as(line).isTrue();
    return url.group();
  }

  private static String read(String address) throws Exception {
    try (InputStream in = URI.create(address).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void it_says_where_it_is_answers_and_ends_cleanly_when_it_is_asked_to() throws Exception {
    Process server = serve();
    try (BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
      String url = url(said);
      assertThat(read(url + "healthz")).isEqualTo("ok\n");
      assertThat(read(url + "metrics")).contains("jvm_memory_used_bytes");
      assertThat(read(url + "sites")).contains("<h1>");
      Run second = Run.winnow("serve", "--data", data, "--port", "0");
      assertThat(second.code()).isEqualTo(2);
      assertThat(second.err()).contains("in use by another winnow", "use another folder");
      server.destroy();
      assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void a_taken_port_is_a_wrong_command() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Run run = Run.winnow("serve", "--data", data, "--port", taken.getLocalPort());
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("already in use", "--port");
    }
  }

  @Test
  void others_are_let_in_only_with_a_password() throws Exception {
    Run open = Run.winnow("serve", "--data", data, "--bind", "0.0.0.0", "--port", "0");
    assertThat(open.code()).isEqualTo(2);
    assertThat(open.err()).contains("--password-file");
    Path password = Files.writeString(data.resolve("password.txt"), "short\n");
    Run tooShort = Run.winnow("serve", "--data", data, "--password-file", password);
    assertThat(tooShort.code()).isEqualTo(2);
    assertThat(tooShort.err()).contains("too short");
  }

  @Test
  void the_token_is_shown_and_stays_the_same() {
    Run first = Run.winnow("serve", "--data", data, "--show-token");
    assertThat(first.code()).isZero();
    assertThat(first.out().strip()).matches("[A-Za-z0-9_-]{43}");
    assertThat(Run.winnow("serve", "--data", data, "--show-token").out()).isEqualTo(first.out());
  }
}
