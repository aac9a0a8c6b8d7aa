// SPDX-License-Identifier: Apache-2.0

/** The web application: the server, its protection and the frame that all pages share. */
@NullMarked
package org.winnow.review;

import org.jspecify.annotations.NullMarked;
