// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.LanguageTexts;

/** Articles as text: a file {@code <id>.txt} each in a folder, or on a stream. */
final class TextOutput implements PageOutput {
  private final LanguageTexts languages;
  private final @Nullable Path folder;
  private final PrintStream out;

  /**
   * @param languages how bilingual articles are parted
   * @param folder where the files go, or null
   * @param out where the text goes if there is no folder
   */
  TextOutput(LanguageTexts languages, @Nullable Path folder, PrintStream out) {
    this.languages = languages;
    this.folder = folder;
    this.out = out;
  }

  @Override
  public void write(PageResult result) throws java.io.IOException {
    Article article = result.article();
    if (article == null) {
      return;
    }
    if (folder == null) {
      out.print(article.text());
    } else {
      for (LanguageTexts.Named part : languages.of(article)) {
        AtomicFile.write(
            folder.resolve(result.input().id() + part.suffix() + ".txt"),
            part.article().text().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
