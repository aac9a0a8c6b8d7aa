// SPDX-License-Identifier: Apache-2.0
/**
 * Rules learned from a few pages of a site, without a model: {@link
 * org.winnow.extractors.learn.RuleLearner}.
 */
@NullMarked
package org.winnow.extractors.learn;

import org.jspecify.annotations.NullMarked;
