// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/**
 * What an article is not that its rule's {@code quality} or {@code languages} asks for.
 *
 * @param gate the key in the rule: {@code quality.minWords}
 * @param reason in words for the user
 */
public record FailedGate(String gate, String reason) {}
