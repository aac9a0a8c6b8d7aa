// SPDX-License-Identifier: Apache-2.0

/** Pages from files, folders and archives. */
@NullMarked
package org.winnow.pipeline.input;

import org.jspecify.annotations.NullMarked;
