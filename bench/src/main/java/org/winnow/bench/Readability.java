// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Element;
import org.winnow.corpus.FetchedPage;

/**
 * Readability4J. Its title is the headline; its text is that of its content element with white
 * space between blocks, which its own {@code textContent} leaves out.
 */
public record Readability() implements Contender {
  @Override
  public String name() {
    return "readability4j";
  }

  @Override
  public TakenText take(FetchedPage page, String html) {
    Article article = new Readability4J(page.url().toString(), html).parse();
    Element content = article.getArticleContent();
    if (content == null || !content.hasText()) {
      return TakenText.NOTHING;
    }
    String body = content.text();
    String title = article.getTitle();
    return new TakenText(title == null ? body : title + "\n\n" + body, body, 0, "text");
  }
}
