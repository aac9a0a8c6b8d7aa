// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.TextNames;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.extractors.PageView;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.UserError;
import org.winnow.siterules.BundledRules;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;

/**
 * Makes a sample of a reviewed article: the page, the text that must come of it and what is known
 * about it, beside the rule's file, with an entry under the rule's {@code tests}. The rule's text
 * stays as it is but for that entry.
 */
public final class GoldSample {
  private static final String FOLDER = "samples/";

  private GoldSample() {}

  /**
   * Writes it; a sample of the same page is written over.
   *
   * @param rule the article's rule
   * @param text what the extraction must give
   * @return the sample's page, relative to the rule's folder
   * @throws UserError if the rule has no file that can be changed
   * @throws IOException if something cannot be written; the rule is the last to be
   */
  public static String write(SiteRule rule, StoredArticle article, FetchedPage page, String text)
      throws IOException {
    Path file = Path.of(rule.mark().file());
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "the rule %s is a bundled one; put a copy of it into your rules folder to add samples"
              .formatted(rule.name()));
    }
    String name = FOLDER + name(article);
    String yaml = Files.readString(file, StandardCharsets.UTF_8);
    boolean isThere =
        rule.tests().stream().map(SampleTest::page).anyMatch((name + ".html")::equals);
    String changed = isThere ? yaml : checked(file, rule, SampleEntry.added(yaml, name, page));
    Path samples = file.resolveSibling(FOLDER);
    AtomicFile.checkFolder(samples);
    PageView view = PageView.of(page, new Extractor(RuleSet.of(List.of())));
    AtomicFile.write(file.resolveSibling(name + ".html"), view.selfContained());
    AtomicFile.write(file.resolveSibling(name + ".txt"), text.getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(file.resolveSibling(name + ".json"), metadata(article));
    if (!isThere) {
      AtomicFile.write(file, changed.getBytes(StandardCharsets.UTF_8));
    }
    return name + ".html";
  }

  private static String name(StoredArticle article) {
    LocalDate day =
        article.published() == null
            ? LocalDate.ofInstant(article.fetched(), ZoneOffset.UTC)
            : article.published().date();
    return day + "-" + TextNames.id(article.canonical());
  }

  /** The rule with its new entry, if it still reads as before and has the entry. */
  private static String checked(Path file, SiteRule rule, String yaml) {
    RuleSource source =
        new RuleSource(rule.name(), file.toString(), () -> yaml.getBytes(StandardCharsets.UTF_8));
    RuleReading reading =
        new RuleReader(JsoupSelectors.INSTANCE).read(BundledRules.sources(), List.of(source));
    boolean isAdded =
        reading.rules().named(rule.name()).map(SiteRule::tests).stream()
            .anyMatch(tests -> tests.size() == rule.tests().size() + 1);
    if (!isAdded) {
      throw new UserError(
          "%s: the entry under tests cannot be added here; write tests as a list, one entry a line"
              .formatted(file));
    }
    return yaml;
  }

  private static byte[] metadata(StoredArticle article) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("url", article.canonical().toString());
      write(json, "headline", article.headline());
      write(json, "kicker", article.kicker());
      write(json, "byline", article.byline());
      write(json, "published", article.published());
      write(json, "language", article.language());
      json.writeStringField("rule", article.rule());
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String key, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(key, value.toString());
    }
  }
}
