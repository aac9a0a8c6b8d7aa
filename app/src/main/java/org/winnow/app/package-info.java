// SPDX-License-Identifier: Apache-2.0

/** The command line and the wiring of the modules. */
@NullMarked
package org.winnow.app;

import org.jspecify.annotations.NullMarked;
