// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/**
 * One value that holds for a site, its own or inherited.
 *
 * @param path the key's path: {@code remove.lines[0].regex}
 * @param text the value as it is written
 * @param mark where it is written
 */
public record RuleValue(String path, String text, Mark mark) {}
