// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.train;

import crawlercommons.domains.EffectiveTldFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.winnow.app.LabelledPage;
import org.winnow.extractors.LearningPage;

/**
 * A labelled page as it is trained on.
 *
 * @param set the name of its dataset
 * @param page the page
 * @param domain its registrable domain; its id where no address is known
 * @param learning its blocks; null where it cannot be read
 * @param labels which blocks are content
 */
record TrainingPage(
    String set,
    LabelledPage page,
    String domain,
    @Nullable LearningPage learning,
    @Nullable GoldLabels labels) {

  static TrainingPage of(String set, LabelledPage page) {
    try {
      LearningPage learning = LearningPage.of(page.read()).orElse(null);
      GoldLabels labels = learning == null ? null : GoldLabels.of(learning.texts(), page.gold());
      return new TrainingPage(set, page, domain(page), learning, labels);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String domain(LabelledPage page) {
    if (page.url() == null) {
      return page.id();
    }
    String domain = EffectiveTldFinder.getAssignedDomain(page.url().host(), true, false);
    return domain == null ? page.url().host() : domain;
  }

  /** The fold of its domain; all pages of a domain are in one. */
  int fold(int folds) {
    return Math.floorMod(domain.hashCode() * 31 + 7, folds);
  }
}
