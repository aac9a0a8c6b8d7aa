// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.winnow.pipeline.rules.ImpactPreview;
import org.winnow.pipeline.rules.ImpactPreview.Rules;
import org.winnow.pipeline.rules.ImpactRow;
import org.winnow.pipeline.rules.ImpactTotals;
import org.winnow.pipeline.rules.RuleFiles;
import org.winnow.pipeline.rules.RuleFiles.RuleText;
import org.winnow.siterules.RuleSet;

/** The previews that were asked for lately. Safe for use by several threads. */
final class Previews {
  private static final int MOST = 16;

  private final RuleFiles files;
  private final ImpactPreview preview;
  private final Map<String, Asked> asked = new LinkedHashMap<>();

  Previews(RuleFiles files, ImpactPreview preview) {
    this.files = files;
    this.preview = preview;
  }

  /** An edit that somebody wants to see the effect of: from what the file says to a text. */
  private static final class Asked {
    private final String before;
    private final String after;
    private final Rules rules;
    private @Nullable ImpactTotals totals;

    private Asked(String before, String after, Rules rules) {
      this.before = before;
      this.after = after;
      this.rules = rules;
    }
  }

  ImpactPreview preview() {
    return preview;
  }

  /** Prepares a preview; its name. */
  synchronized String ask(String rule, String text) {
    String before = files.find(rule).map(RuleText::text).orElse("");
    RuleSet now = before.isEmpty() ? RuleSet.none() : files.readAlone(rule, before).rules();
    String id = UUID.randomUUID().toString();
    asked.put(
        id, new Asked(before, text, new Rules(now, files.readAlone(rule, text).rules(), rule)));
    if (asked.size() > MOST) {
      asked.remove(asked.keySet().iterator().next());
    }
    return id;
  }

  synchronized Optional<Rules> rules(String id) {
    return Optional.ofNullable(asked.get(id)).map(each -> each.rules);
  }

  /** Runs a preview that was prepared, and remembers what came of it. */
  ImpactTotals run(String id, int pages, Consumer<ImpactRow> rows, BooleanSupplier isCancelled) {
    Rules rules = rules(id).orElseThrow();
    ImpactTotals totals = preview.run(rules, pages, rows, isCancelled);
    synchronized (this) {
      Asked known = asked.get(id);
      if (known != null && totals.done() == totals.pages()) {
        known.totals = totals;
      }
    }
    return totals;
  }

  /** What that edit does, from a preview that was seen, or looked up now. */
  ImpactTotals totals(String rule, String text) {
    String before = files.find(rule).map(RuleText::text).orElse("");
    synchronized (this) {
      for (Asked each : asked.values()) {
        ImpactTotals totals = each.totals;
        boolean isSame = each.before.equals(before) && each.after.equals(text);
        if (totals != null && isSame && each.rules.rule().equals(rule)) {
          return totals;
        }
      }
    }
    return run(ask(rule, text), ImpactPreview.USUAL_PAGES, row -> {}, () -> false);
  }
}
