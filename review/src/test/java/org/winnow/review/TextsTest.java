// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
  private static final Path FOLDER = Path.of("src/main/resources/org/winnow/review");
  private static final Pattern VALUE = Pattern.compile("\\{(\\d+)");

  static List<String> features() throws IOException {
    List<String> features = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "*_en.properties")) {
      files.forEach(
          file -> features.add(file.getFileName().toString().replace("_en.properties", "")));
    }
    assertThat(features).contains("frame");
    return features;
  }

  @ParameterizedTest
  @MethodSource("features")
  void both_languages_have_the_same_texts_with_the_same_values(String feature) throws IOException {
    Properties english = load(feature, "en");
    Properties arabic = load(feature, "ar");
    assertThat(arabic.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(key).startsWith(feature + ".");
      assertThat(values(arabic.getProperty(key)))
          .as(key)
          .isEqualTo(values(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, en",
        "'', en",
        "ar, ar",
        "'ar-LB,ar;q=0.9,en;q=0.8', ar",
        "'fr,de;q=0.9', en",
        "'fr,ar;q=0.9', ar",
        "'en-GB;q=0.1,ar;q=0.5', ar",
        "';;;=, q', en"
      })
  void the_language_is_the_first_one_that_the_browser_wants(String accepted, String language) {
    assertThat(Texts.preferred(accepted)).isEqualTo(language);
  }

  @Test
  void a_missing_text_is_a_bug() {
    assertThatThrownBy(() -> Texts.of("en").text("frame.missing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("frame.missing");
  }

  private static List<String> values(String text) {
    return VALUE
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .sorted()
        .collect(Collectors.toList());
  }

  private static Properties load(String feature, String language) throws IOException {
    Properties texts = new Properties();
    try (var in =
        Files.newBufferedReader(FOLDER.resolve(feature + "_" + language + ".properties"))) {
      texts.load(in);
    }
    return texts;
  }
}
