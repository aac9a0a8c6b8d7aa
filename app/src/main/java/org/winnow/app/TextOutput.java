// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;

/** Articles as text: a file {@code <id>.txt} each in a folder, or on a stream. */
final class TextOutput implements PageOutput {
  private final @Nullable Path folder;
  private final PrintStream out;

  /**
   * @param folder where the files go, or null
   * @param out where the text goes if there is no folder
   */
  TextOutput(@Nullable Path folder, PrintStream out) {
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
      AtomicFile.write(
          folder.resolve(result.input().id() + ".txt"),
          article.text().getBytes(StandardCharsets.UTF_8));
    }
  }
}
