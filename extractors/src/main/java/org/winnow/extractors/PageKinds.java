// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageKind;

/**
 * Tells what a page is, by its own evidence: first what is certain (the HTTP status, a live blog's
 * own statement, a page that is nothing but a notice), then {@link KindModel}. In doubt it is an
 * article: most pages that anybody wants text of are.
 */
final class PageKinds {
  /**
   * Less sure than this, the model is not followed. At 0.5, 702 of the 720 articles of WCXB that it
   * was trained on keep their kind; pages with old markup, of which it has seen few, get low
   * values.
   */
  private static final double SURE = 0.5;

  /** A crawl keeps no listing, and an article lost costs more than a listing kept. */
  private static final double SURE_OF_LISTING = 0.6;

  /** A notice, and the beginning of a text that is not free, have less prose than this. */
  private static final int STUB = 800;

  private static final int PAYWALL_STUB = 2_000;

  private static final int PROSE = 60;

  private static final Set<String> LIVE = Set.of("LiveBlogPosting", "LiveBlogUpdate");

  private static final Map<String, List<String>> PHRASES = read();

  private PageKinds() {}

  /** The kind of that page. */
  static PageKind of(FetchedPage fetched, PageMetadata metadata, PageBlocks page) {
    if (fetched.status() >= 400) {
      return PageKind.ERROR;
    }
    int prose = prose(page);
    if (prose < STUB) {
      if (isCalled("error", metadata)) {
        return PageKind.ERROR;
      }
      if (isCalled("consent", metadata)) {
        return PageKind.CONSENT;
      }
    }
    if (metadata.details().isPaywalled() && prose < PAYWALL_STUB) {
      return PageKind.PAYWALL;
    }
    if (metadata.statements().types().stream().anyMatch(LIVE::contains)) {
      return PageKind.LIVEBLOG;
    }
    double[] sure =
        KindModel.bundled().probabilities(PageFigures.of(fetched.url(), metadata, page));
    int best = 0;
    for (int kind = 1; kind < sure.length; kind++) {
      best = sure[kind] > sure[best] ? kind : best;
    }
    double wanted = KindModel.KINDS.get(best) == PageKind.LISTING ? SURE_OF_LISTING : SURE;
    return sure[best] < wanted ? PageKind.ARTICLE : KindModel.KINDS.get(best);
  }

  /** How much the page's sentences weigh that are no links. */
  private static int prose(PageBlocks page) {
    int prose = 0;
    for (int i = 0; i < page.size(); i++) {
      boolean isProse =
          page.figures().sentences(i) > 0
              && page.figures().weight(i) >= PROSE
              && page.block(i).linkDensity() < 0.5;
      prose += isProse ? page.figures().weight(i) : 0;
    }
    return prose;
  }

  private static boolean isCalled(String kind, PageMetadata metadata) {
    for (String headline : metadata.headlines()) {
      String key = ' ' + Headlines.key(headline) + ' ';
      for (String phrase : PHRASES.getOrDefault(kind, List.of())) {
        boolean isSpaced = phrase.charAt(0) < 0x2E80;
        if (key.contains(isSpaced ? ' ' + phrase + ' ' : phrase)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> phrases = new HashMap<>();
    for (String line : WordList.read("stub-words.txt")) {
      int space = line.indexOf(' ');
      List<String> keys =
          List.of(line.substring(space + 1).split("\\|", -1)).stream().map(Headlines::key).toList();
      phrases.merge(
          line.substring(0, space), keys, (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return phrases;
  }
}
