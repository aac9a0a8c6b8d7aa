// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import com.google.re2j.Pattern;

/**
 * What to replace in a page's source before it is parsed.
 *
 * @param regex what to look for
 * @param with what takes its place, as {@link com.google.re2j.Matcher#replaceAll} reads it
 * @param mark where it stands in the rule
 */
public record HtmlReplacement(Pattern regex, String with, Mark mark) {}
