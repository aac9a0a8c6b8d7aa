// SPDX-License-Identifier: Apache-2.0
/** An add-on that shows pages in Chromium, driven by Playwright. */
@NullMarked
package org.winnow.rendering;

import org.jspecify.annotations.NullMarked;
