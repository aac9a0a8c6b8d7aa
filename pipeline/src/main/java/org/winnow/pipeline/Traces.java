// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.winnow.corpus.Article;
import org.winnow.corpus.ExtractionTrace;
import org.winnow.corpus.ExtractionTrace.Outcome;
import org.winnow.corpus.LabelledBlock;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;
import org.winnow.extractors.FieldHit;
import org.winnow.extractors.WordCount;
import org.winnow.siterules.RuleVersion;
import org.winnow.siterules.SiteRule;

/** Makes traces of extractions. Safe for use by several threads. */
final class Traces {
  private static final String REMOVE = "site:remove.";
  private static final List<String> BUILT_IN = List.of("preset:", "phrases:");

  private final Map<String, String> versions = new ConcurrentHashMap<>();

  /** How the rule worked, or empty where there was none to work or no article to be expected. */
  Optional<ExtractionTrace> of(Extraction extraction) {
    SiteRule rule = extraction.use().rule();
    boolean isNoArticle = extraction instanceof NothingFound nothing && !nothing.isMissed();
    if (rule == null || isNoArticle) {
      return Optional.empty();
    }
    Map<String, Integer> hits = new HashMap<>();
    for (FieldHit hit : extraction.use().hits()) {
      hits.putIfAbsent(hit.field(), hit.alternative());
    }
    List<LabelledBlock> kept =
        extraction.blocks().stream().filter(LabelledBlock::isContent).toList();
    return Optional.of(
        new ExtractionTrace(
            rule.name(),
            versions.computeIfAbsent(rule.name(), name -> RuleVersion.of(rule)),
            extraction.use().layout(),
            outcome(extraction),
            hits,
            removals(extraction.blocks()),
            missing(extraction),
            kept.stream().mapToInt(block -> WordCount.of(block.block().text())).sum(),
            linkDensity(kept),
            extraction.print()));
  }

  private static Outcome outcome(Extraction extraction) {
    if (extraction instanceof Extracted extracted) {
      if (!extracted.isAccepted()) {
        return Outcome.HELD;
      }
      return extracted.use().isFallback() ? Outcome.FALLBACK : Outcome.ARTICLE;
    }
    return Outcome.MISSED;
  }

  /** By {@code remove.lines[0]}, {@code preset:share}, {@code phrases:ar/related}. */
  private static Map<String, Integer> removals(List<LabelledBlock> blocks) {
    Map<String, Integer> removals = new HashMap<>();
    for (LabelledBlock block : blocks) {
      String reason = block.reason();
      if (reason.startsWith(REMOVE) && reason.indexOf(']') > 0) {
        String entry = reason.substring("site:".length(), reason.indexOf(']') + 1);
        removals.merge(entry, 1, Integer::sum);
      } else if (BUILT_IN.stream().anyMatch(reason::startsWith)) {
        int end = reason.indexOf(' ');
        removals.merge(end < 0 ? reason : reason.substring(0, end), 1, Integer::sum);
      }
    }
    return removals;
  }

  private static List<String> missing(Extraction extraction) {
    List<String> missing = new ArrayList<>();
    if (extraction instanceof Extracted extracted) {
      Article article = extracted.article();
      if (article.headline() == null) {
        missing.add("title");
      }
      if (article.kicker() == null) {
        missing.add("subtitle");
      }
      if (article.byline() == null) {
        missing.add("author");
      }
      if (article.published() == null) {
        missing.add("date");
      }
    } else {
      missing.add("body");
    }
    return missing;
  }

  private static double linkDensity(List<LabelledBlock> kept) {
    long chars = 0;
    long linked = 0;
    for (LabelledBlock block : kept) {
      chars += block.block().text().length();
      linked += block.block().linkChars();
    }
    return chars == 0 ? 0 : (double) linked / chars;
  }
}
