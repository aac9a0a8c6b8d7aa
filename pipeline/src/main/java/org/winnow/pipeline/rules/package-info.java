// SPDX-License-Identifier: Apache-2.0

/** What is done with rules: samples and gold, health, drafts learnt from pages. */
@NullMarked
package org.winnow.pipeline.rules;

import org.jspecify.annotations.NullMarked;
