// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import org.winnow.corpus.FetchedPage;

/** Boilerpipe's article extractor with its own HTML parser. */
public record Boilerpipe() implements Contender {
  @Override
  public String name() {
    return "boilerpipe";
  }

  @Override
  public TakenText take(FetchedPage page, String html) throws BoilerpipeProcessingException {
    return TakenText.of(ArticleExtractor.INSTANCE.getText(html));
  }
}
