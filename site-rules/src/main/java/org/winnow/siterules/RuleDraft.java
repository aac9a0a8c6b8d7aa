// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.siterules.YamlNode.Mapping;

/**
 * A rule as its file has it, before inheritance.
 *
 * @param layer which of the layers it comes from; the higher one wins
 * @param parent what it extends, or null
 * @param site null where there is none, as in abstract rules
 * @param resets the paths of what it does not inherit
 * @param mapping everything that it says; with inheritance resolved, everything that holds
 * @param alone what it says, read without inheritance
 */
record RuleDraft(
    String name,
    int layer,
    boolean isAbstract,
    @Nullable Parent parent,
    @Nullable Url site,
    List<Host> hosts,
    List<String> resets,
    Mapping mapping,
    SiteRule alone,
    Mark mark) {

  /** What a rule extends, and where it says so. */
  record Parent(String name, Mark mark) {}

  /** A host and where it stands. */
  record Host(String name, Mark mark) {}

  /** The same rule with what it inherits. */
  RuleDraft as(Mapping whole) {
    return new RuleDraft(name, layer, isAbstract, null, site, hosts, List.of(), whole, alone, mark);
  }
}
