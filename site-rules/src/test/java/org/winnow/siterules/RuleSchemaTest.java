// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema takes what the reader takes, and refuses what the reader refuses for its shape. */
class RuleSchemaTest {
  private static final String START = "version: 1\nsite: https://www.example.org/\n";

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(RuleSchema.json(), InputFormat.JSON);

  private List<String> problems(String yaml) {
    return YamlTree.documents("r.yml", yaml, new Problems()).stream()
        .flatMap(
            document -> schema.validate(SchemaInstance.json(document), InputFormat.JSON).stream())
        .map(Object::toString)
        .toList();
  }

  @Test
  void the_committed_schema_is_the_one_of_the_reader() throws IOException {
    CommittedFile.of("docs/winnow-rule.schema.json").isEqualTo(RuleSchema.json());
  }

  @Test
  void it_is_a_schema_of_draft_2020_12() throws IOException {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(meta.validate(RuleSchema.json(), InputFormat.JSON)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> every_bundled_rule_is_valid() {
    return BundledRules.sources().stream()
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.file(),
                    () ->
                        assertThat(
                                problems(
                                    new String(source.content().read(), StandardCharsets.UTF_8)))
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> every_example_of_a_key_is_valid() {
    return Keys.ALL.stream()
        .flatMap(
            keys ->
                keys.keys().stream()
                    .map(
                        key ->
                            DynamicTest.dynamicTest(
                                keys.place() + " " + key.name(),
                                () ->
                                    assertThat(problems(START + key.example() + "\n")).isEmpty())));
  }

  @TestFactory
  Stream<DynamicTest> a_broken_rule_of_a_wrong_shape_is_not_valid() throws IOException {
    String all =
        Files.readString(Path.of("src/test/resources/org/winnow/siterules/broken-rules.txt"));
    return Stream.of(all.split("(?m)^=== ", -1))
        .skip(1)
        .filter(section -> isOfShape(section.substring(section.indexOf("\n>>>\n"))))
        .map(
            section ->
                DynamicTest.dynamicTest(
                    section.lines().findFirst().orElseThrow(),
                    () -> assertThat(problems(yaml(section))).isNotEmpty()));
  }

  private static String yaml(String section) {
    return section.substring(section.indexOf('\n') + 1).split("(?m)^>>>\n", -1)[0];
  }

  private static boolean isOfShape(String problems) {
    return problems.contains("unknown key")
        || problems.matches("(?s).*: '[^']*' is not one of.*")
        || problems.contains("has no value")
        || problems.contains("has no version")
        || problems.contains("has no site")
        || problems.matches("(?s).*is (a list|a mapping|the text '[^']*'); .* wanted here.*");
  }
}
