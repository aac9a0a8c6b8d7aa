// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

/**
 * A rule to write.
 *
 * @param path the file, relative to the folder of rules: {@code example.org.yml}
 * @param yaml its text
 */
public record RuleFile(String path, String yaml) {}
